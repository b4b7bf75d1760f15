package org.sprechstunde.reply;

import java.util.Optional;
import org.sprechstunde.enquiry.AttachmentType;
import org.sprechstunde.enquiry.Content;
import org.sprechstunde.enquiry.Context;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.PromisedFile;
import org.sprechstunde.enquiry.Reply;
import org.sprechstunde.enquiry.Sealed;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.store.MediaStore;
import org.sprechstunde.store.Stores;
import org.sprechstunde.store.UploadItem;
import org.sprechstunde.whatsapp.Outgoing;
import org.sprechstunde.whatsapp.UploadResult;
import org.sprechstunde.whatsapp.WhatsApp;

/** Opens what the page has uploaded, looks whether it is what was promised, and brings it to WhatsApp. */
final class Enclosing {
    private final Stores stores;
    private final WhatsApp whatsApp;

    Enclosing(Stores stores, WhatsApp whatsApp) {
        this.stores = stores;
        this.whatsApp = whatsApp;
    }

    /** An answer of this file; length, type and key are looked at before anything leaves the town. */
    Preparation.Result enclose(Enquiry enquiry, Enclosure enclosure, Optional<String> caption, Patience patience) {
        Optional<PromisedFile> promised = UploadItem.find(stores.table(), enquiry, enclosure.object());
        Optional<byte[]> file = promised.flatMap(its -> open(enquiry, enclosure, its));
        if (file.isEmpty()) {
            return new Refused(Problem.ATTACHMENT_GONE);
        }
        AttachmentType type = promised.get().type();
        if (!type.is(file.get())) {
            return new Refused(Problem.ATTACHMENT_TYPE);
        }
        MediaFile stored = promised.get().stored(enclosure.key());
        return switch (patience.ask(() -> whatsApp.upload(type, file.get()), UploadResult::isWorthAnotherTry)) {
            case UploadResult.Uploaded(String id) -> ready(new Sendable(id, type, stored), enclosure, caption);
            case UploadResult.NotWanted not -> {
                Log.event(Event.ATTACHMENT_NOT_TAKEN, Detail.enquiry(enquiry.id()), Detail.what(not.reason()));
                yield new Refused(Problem.ATTACHMENT_NOT_TAKEN);
            }
            case UploadResult.Unclear _ -> {
                Log.event(Event.ATTACHMENT_NOT_TAKEN, Detail.enquiry(enquiry.id()));
                yield new Refused(Problem.ATTACHMENT_NOT_TAKEN);
            }
        };
    }

    /** What is not exactly as long as promised, or not sealed for this place under this key, has not been uploaded. */
    private Optional<byte[]> open(Enquiry enquiry, Enclosure enclosure, PromisedFile promised) {
        String name = MediaStore.name(enquiry.id(), promised.object());
        return stores.media()
                .read(name, promised.sealedBytes())
                .flatMap(blob -> Sealed.open(blob, enclosure.key(), name));
    }

    private record Sendable(String mediaId, AttachmentType type, MediaFile file) {}

    private static Ready ready(Sendable sendable, Enclosure enclosure, Optional<String> caption) {
        String id = sendable.mediaId();
        var attachment = new Content.Attachment(id, sendable.type().mimeType(), Optional.empty());
        return switch (sendable.type()) {
            case JPEG, PNG -> ready(sendable, new Content.Image(attachment, caption), new Outgoing.Image(id, caption));
            case PDF ->
                ready(
                        sendable,
                        new Content.Document(attachment, enclosure.fileName(), caption),
                        new Outgoing.Document(id, caption, enclosure.fileName()));
        };
    }

    private static Ready ready(Sendable sendable, Content content, Outgoing outgoing) {
        return Ready.of(new Reply(content, Optional.of(sendable.file()), Context.NONE), outgoing);
    }
}
