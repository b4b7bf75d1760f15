package org.sprechstunde.reply;

import java.util.Optional;
import org.sprechstunde.crypto.SealedBox;
import org.sprechstunde.enquiry.AttachmentType;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.Message.Reply;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageContext;
import org.sprechstunde.enquiry.PendingUpload;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.RetryPolicy;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.MediaBucket;
import org.sprechstunde.store.Stores;
import org.sprechstunde.store.UploadItem;
import org.sprechstunde.whatsapp.OutboundMessage;
import org.sprechstunde.whatsapp.UploadResult;
import org.sprechstunde.whatsapp.WhatsAppClient;

/** Opens what the page has uploaded, looks whether it is what was promised, and brings it to WhatsApp. */
final class AttachmentTransfer {
    private final Stores stores;
    private final WhatsAppClient whatsApp;

    AttachmentTransfer(Services services) {
        this.stores = Stores.of(services);
        this.whatsApp = WhatsAppClient.of(services);
    }

    /** An answer of this file; length, type and key are looked at before anything leaves the town. */
    ReplyPreparation.Result enclose(Enquiry enquiry, UploadedFile uploadedFile, Optional<String> caption, Retry retry) {
        Optional<PendingUpload> promised = UploadItem.find(stores.table(), enquiry, uploadedFile.object());
        Optional<byte[]> file = promised.flatMap(its -> open(enquiry, uploadedFile, its));
        if (file.isEmpty()) {
            return new ReplyResult.Refused(Problem.ATTACHMENT_GONE);
        }
        AttachmentType type = promised.get().type();
        if (!type.is(file.get())) {
            return new ReplyResult.Refused(Problem.ATTACHMENT_TYPE);
        }
        MediaFile stored = promised.get().stored(uploadedFile.key());
        return switch (retry.ask(
                RetryPolicy.WHATSAPP, () -> whatsApp.upload(type, file.get()), UploadResult::isWorthAnotherTry)) {
            case UploadResult.Uploaded(String id) -> ready(new Sendable(id, type, stored), uploadedFile, caption);
            case UploadResult.NotWanted not -> {
                Log.event(LogEvent.ATTACHMENT_NOT_TAKEN, LogField.enquiry(enquiry.id()), LogField.what(not.reason()));
                yield new ReplyResult.Refused(Problem.ATTACHMENT_NOT_TAKEN);
            }
            case UploadResult.Unclear _ -> {
                Log.event(LogEvent.ATTACHMENT_NOT_TAKEN, LogField.enquiry(enquiry.id()));
                yield new ReplyResult.Refused(Problem.ATTACHMENT_NOT_TAKEN);
            }
        };
    }

    /** What is not exactly as long as promised, or not sealed for this place under this key, has not been uploaded. */
    private Optional<byte[]> open(Enquiry enquiry, UploadedFile uploadedFile, PendingUpload promised) {
        String name = MediaBucket.name(enquiry.id(), promised.object());
        return stores.media()
                .read(name, promised.sealedBytes())
                .flatMap(blob -> SealedBox.open(blob, uploadedFile.key(), name));
    }

    private record Sendable(String mediaId, AttachmentType type, MediaFile file) {}

    private static ReplyPreparation.Ready ready(
            Sendable sendable, UploadedFile uploadedFile, Optional<String> caption) {
        String id = sendable.mediaId();
        var attachment = new MessageContent.Attachment(id, sendable.type().mimeType(), Optional.empty());
        return switch (sendable.type()) {
            case JPEG, PNG ->
                ready(sendable, new MessageContent.Image(attachment, caption), new OutboundMessage.Image(id, caption));
            case PDF ->
                ready(
                        sendable,
                        new MessageContent.Document(attachment, uploadedFile.fileName(), caption),
                        new OutboundMessage.Document(id, caption, uploadedFile.fileName()));
        };
    }

    private static ReplyPreparation.Ready ready(
            Sendable sendable, MessageContent content, OutboundMessage.Content outgoing) {
        return ReplyPreparation.Ready.of(
                new Reply(content, Optional.of(sendable.file()), MessageContext.NONE), outgoing);
    }
}
