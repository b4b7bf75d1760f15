package org.sprechstunde.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.sprechstunde.enquiry.AttachmentType;
import org.sprechstunde.enquiry.BestEffort;
import org.sprechstunde.enquiry.FailureReason;
import org.sprechstunde.enquiry.FailureReason.NextTry;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Services;
import org.sprechstunde.platform.Settings.WhatsAppSettings;

/** The calls of WhatsApp's Cloud API that the town makes. */
public final class WhatsAppClient {
    /** Sending takes no longer, whatever comes of it. */
    public static final Duration LONGEST_CALL = GraphHttp.ANSWER_WITHIN;

    /** It becomes a part of addresses. */
    private static final Pattern MEDIA_ID = Pattern.compile("[0-9A-Za-z_-]{1,128}");

    private final GraphHttp graph;
    private final WhatsAppSettings settings;
    private final MediaLocationParser lookups;
    private final SecureRandom random;
    private final CarriedIds carried;

    public static WhatsAppClient of(Services services) {
        return services.once(WhatsAppClient.class, WhatsAppClient::new);
    }

    private WhatsAppClient(Services services) {
        Platform platform = services.platform();
        this.settings = platform.settings().whatsApp();
        this.graph = new GraphHttp(platform, services.secrets());
        this.lookups = new MediaLocationParser(settings.mediaHost());
        this.random = platform.random();
        this.carried = CarriedIds.of(services);
    }

    public SendResult send(OutboundMessage outboundMessage) {
        return send(OutboundJson.of(outboundMessage, carried));
    }

    /** Sends words; {@code callback} comes back with each status, absent where nobody asks how far it came. */
    public SendResult send(Identity citizen, String text, Optional<CallbackData> callback) {
        return send(new OutboundMessage(citizen, new OutboundMessage.Text(text), Optional.empty(), callback));
    }

    /**
     * Sends words to a group. What Meta publishes of groups is thin: addressed as its examples do, and never needed.
     */
    public SendResult sendToGroup(String group, String text) {
        ObjectNode message = Json.object()
                .put("messaging_product", "whatsapp")
                .put("recipient_type", "group")
                .put("to", group)
                .put("type", "text");
        message.putObject("text").put("body", text).put("preview_url", false);
        return send(message);
    }

    /** Answers a citizen's word; {@code callback} comes back with each status. */
    public SendResult answer(Identity citizen, String text, KeywordCallback callback) {
        var words = new OutboundMessage(citizen, new OutboundMessage.Text(text), Optional.empty(), Optional.empty());
        return send(OutboundJson.of(words, carried).put("biz_opaque_callback_data", callback.toString()));
    }

    /** Asks a question of up to 1,024 characters, which the citizen can answer by a tap on {@code button}. */
    public SendResult ask(Identity citizen, String question, ReplyButton button, KeywordCallback callback) {
        ObjectNode message = OutboundJson.to(citizen).put("type", "interactive");
        message.put("biz_opaque_callback_data", callback.toString());
        ObjectNode interactive = message.putObject("interactive").put("type", "button");
        interactive.putObject("body").put("text", question);
        interactive
                .putObject("action")
                .putArray("buttons")
                .addObject()
                .put("type", "reply")
                .putObject("reply")
                .put("id", carried.seal(button.id()))
                .put("title", button.title());
        return send(message);
    }

    /** Tells the citizen that everything up to this message was read and, if so, that an answer is being written. */
    public BestEffort read(String wamid, boolean typing) {
        ObjectNode receipt = Json.object()
                .put("messaging_product", "whatsapp")
                .put("status", "read")
                .put("message_id", wamid);
        if (typing) {
            receipt.putObject("typing_indicator").put("type", "text");
        }
        return switch (send(receipt)) {
            case SendResult.Accepted _ -> BestEffort.DONE;
            case SendResult.Refused _ -> BestEffort.FAILED;
            case SendResult.Unclear _ -> BestEffort.UNKNOWN;
        };
    }

    private SendResult send(ObjectNode message) {
        SendResult first = attempt(message);
        return first instanceof SendResult.Refused refused && refused.reason().nextTry() == NextTry.ONCE
                ? attempt(message)
                : first;
    }

    private SendResult attempt(ObjectNode message) {
        try {
            return SendResultParser.parse(graph.post(settings.phoneNumberId() + "/messages", message));
        } catch (IOException e) {
            return new SendResult.Unclear();
        }
    }

    /** Brings a file to WhatsApp, where messages can then show it; nobody receives it by that. */
    public UploadResult upload(AttachmentType type, byte[] file) {
        Map<String, String> fields = Map.of("messaging_product", "whatsapp", "type", type.mimeType());
        RequestBody form = RequestBody.form(RandomId.next(random), fields, type, file);
        try {
            return uploaded(graph.upload(settings.phoneNumberId() + "/media", form));
        } catch (IOException e) {
            return new UploadResult.Unclear();
        }
    }

    private static UploadResult uploaded(GraphResponse answer) {
        Optional<String> id = Json.text(answer.body(), "id").filter(MEDIA_ID.asMatchPredicate());
        if (answer.isOk() && id.isPresent()) {
            return new UploadResult.Uploaded(id.get());
        }
        if (answer.isOk() || (answer.code().isEmpty() && answer.status() / 100 == 5)) {
            return new UploadResult.Unclear();
        }
        FailureReason reason = FailureReason.of(answer.code());
        SendingBlocked.tell(reason);
        return new UploadResult.NotWanted(reason);
    }

    /** An id that could be no part of an address is asked for by nobody: there can be no such file. */
    public MediaLocation lookUp(String mediaId) {
        if (!MEDIA_ID.matcher(mediaId).matches()) {
            return new MediaLocation.Missing(OptionalLong.empty());
        }
        try {
            return lookups.parse(ofOurs(query -> graph.get(mediaId, query)));
        } catch (IOException e) {
            return new MediaLocation.Unavailable(OptionalLong.empty());
        }
    }

    /** Opens a file at an {@code address} found by {@link #lookUp}, which allows only one host. */
    public MediaDownload download(URI address) throws IOException {
        return graph.download(address);
    }

    /** Deletes a file at WhatsApp; done only if WhatsApp says that it has none. */
    public BestEffort deleteMedia(String mediaId) {
        return MEDIA_ID.matcher(mediaId).matches()
                ? ConfirmedDeletion.of(() -> ofOurs(query -> graph.delete(mediaId, query)))
                : BestEffort.FAILED;
    }

    /** Deletes the citizen's entry in the contact book that WhatsApp keeps for the town; done as above. */
    public BestEffort deleteContact(String bsuid) {
        Map<String, String> query = Map.of("messaging_product", "whatsapp", "bsuid", bsuid);
        return ConfirmedDeletion.of(() -> graph.delete(settings.phoneNumberId() + "/contact_book", query));
    }

    /** A call that can be made with one query or another. */
    private interface Question {
        GraphResponse ask(Map<String, String> query) throws IOException;
    }

    /**
     * Names our number, so that no other town's file is meant. But look-ups were refused for that alone (Chatwoot, pull
     * request 13319): where WhatsApp does not like the parameters, it is asked again without.
     */
    private GraphResponse ofOurs(Question question) throws IOException {
        GraphResponse answer = question.ask(Map.of("phone_number_id", settings.phoneNumberId()));
        return answer.isWrongParameter() ? question.ask(Map.of()) : answer;
    }
}
