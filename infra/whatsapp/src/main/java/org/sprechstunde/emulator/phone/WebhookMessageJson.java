package org.sprechstunde.emulator.phone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Optional;
import org.sprechstunde.emulator.chat.Attachment;
import org.sprechstunde.emulator.chat.ChatMessage;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.chat.Media;
import org.sprechstunde.emulator.chat.WhatsAppState;
import org.sprechstunde.emulator.web.Body;
import org.sprechstunde.emulator.web.JsonTrees;

/** Drafts in the words of the webhook. */
final class WebhookMessageJson {
    private final WhatsAppState whatsAppState;
    private final String base;

    WebhookMessageJson(WhatsAppState whatsAppState, String base) {
        this.whatsAppState = whatsAppState;
        this.base = base;
    }

    /** Adds what the draft says, under its kind's name, to {@code message}. */
    void write(MessageDraft draft, ObjectNode message) {
        switch (draft) {
            case MessageDraft.Text(String body) -> content(message, "text").put("body", body);
            case MessageDraft.File file ->
                file(file, content(message, file.kind().word()));
            case MessageDraft.Location location -> location(location, content(message, "location"));
            case MessageDraft.Contacts contacts ->
                message.put("type", "contacts").set("contacts", contacts.cards());
            case MessageDraft.Reaction reaction -> reaction(reaction, content(message, "reaction"));
            case MessageDraft.ButtonReply reply -> ReplyJson.write(reply, message);
            case MessageDraft.ListReply reply -> ReplyJson.write(reply, message);
            case MessageDraft.QuickReply reply -> ReplyJson.write(reply, message);
            case MessageDraft.Forward forward -> forward(forward, message);
            case MessageDraft.Rare(UnsupportedKind kind) -> kind.write(message);
            case MessageDraft.Edit edit -> edit(edit, content(message, "edit"));
            case MessageDraft.Revoke(String id) -> content(message, "revoke").put("original_message_id", id);
            case MessageDraft.Raw(ObjectNode raw) -> message.setAll(raw);
        }
    }

    private static ObjectNode content(ObjectNode message, String kind) {
        return message.put("type", kind).putObject(kind);
    }

    private void file(MessageDraft.File file, ObjectNode content) {
        Media media = whatsAppState.shelf().fromCitizen(file.attachment());
        Body body = file.attachment().body();
        file.caption().ifPresent(caption -> content.put("caption", caption));
        if (file.kind() == FileKind.DOCUMENT) {
            file.attachment().fileName().ifPresent(name -> content.put("filename", name));
        }
        content.put("mime_type", body.type())
                .put("sha256", Base64.getEncoder().encodeToString(body.sha256()))
                .put("id", media.id())
                .put("url", whatsAppState.urls().url(base, media));
        switch (file.kind()) {
            case AUDIO -> content.put("voice", file.voice());
            case STICKER -> content.put("animated", body.isAnimated());
            case IMAGE, VIDEO, DOCUMENT -> {}
        }
    }

    private static void location(MessageDraft.Location location, ObjectNode content) {
        content.put("latitude", location.latitude()).put("longitude", location.longitude());
        location.name().ifPresent(name -> content.put("name", name));
        location.address().ifPresent(address -> content.put("address", address));
    }

    private static void reaction(MessageDraft.Reaction reaction, ObjectNode content) {
        content.put("message_id", reaction.messageId());
        reaction.emoji().ifPresent(emoji -> content.put("emoji", emoji));
    }

    /** The same once more; a file has a new id at Meta. */
    private void forward(MessageDraft.Forward forward, ObjectNode message) {
        message.putObject("context").put(forward.often() ? "frequently_forwarded" : "forwarded", true);
        ChatMessage old = standing(forward.messageId());
        Optional<Attachment> file =
                whatsAppState.shelf().onPhone(old.content().path("id").asText());
        if (file.isEmpty()) {
            message.put("type", old.kind()).set(old.kind(), old.content().deepCopy());
            return;
        }
        FileKind kind = FileKind.of(old.kind()).orElseThrow();
        Optional<String> caption = JsonTrees.text(old.content(), "caption");
        write(
                new MessageDraft.File(
                        kind, file.get(), caption, old.content().path("voice").asBoolean()),
                message);
    }

    private ChatMessage standing(String id) {
        return whatsAppState
                .chats()
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no such message"))
                .bubble();
    }

    private void edit(MessageDraft.Edit edit, ObjectNode content) {
        content.put("original_message_id", edit.messageId());
        ObjectNode whole = content.putObject("message");
        whole.putObject("context").put("id", edit.messageId());
        whole.setAll(reworded(edit));
    }

    /** The message of the citizen's as it reads after the edit; a file and all about it stays. */
    ObjectNode reworded(MessageDraft.Edit edit) {
        ChatMessage old = standing(edit.messageId());
        ObjectNode content = old.content().deepCopy();
        content.put(old.kind().equals("text") ? "body" : "caption", edit.words());
        return JsonTrees.object().put("type", old.kind()).set(old.kind(), content);
    }

    static ObjectNode head(Citizen citizen, String id) {
        ObjectNode message = JsonTrees.object();
        citizen.phone().ifPresent(phone -> message.put("from", phone));
        return message.put("from_user_id", citizen.bsuid()).put("id", id);
    }
}
