package org.sprechstunde.local.meta.phone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Optional;
import org.sprechstunde.local.meta.chat.Attachment;
import org.sprechstunde.local.meta.chat.Bubble;
import org.sprechstunde.local.meta.chat.Citizen;
import org.sprechstunde.local.meta.chat.Media;
import org.sprechstunde.local.meta.chat.World;
import org.sprechstunde.local.meta.web.Body;
import org.sprechstunde.local.meta.web.Json;

/** Drafts in the words of the webhook. */
final class MessageJson {
    private final World world;
    private final String base;

    MessageJson(World world, String base) {
        this.world = world;
        this.base = base;
    }

    /** Adds what the draft says, under its kind's name, to {@code message}. */
    void write(Draft draft, ObjectNode message) {
        switch (draft) {
            case Draft.Text(String body) -> content(message, "text").put("body", body);
            case Draft.File file -> file(file, content(message, file.kind().word()));
            case Draft.Location location -> location(location, content(message, "location"));
            case Draft.Contacts contacts -> message.put("type", "contacts").set("contacts", contacts.cards());
            case Draft.Reaction reaction -> reaction(reaction, content(message, "reaction"));
            case Draft.ButtonReply reply -> ReplyJson.write(reply, message);
            case Draft.ListReply reply -> ReplyJson.write(reply, message);
            case Draft.QuickReply reply -> ReplyJson.write(reply, message);
            case Draft.Forward forward -> forward(forward, message);
            case Draft.Rare(RareKind kind) -> kind.write(message);
            case Draft.Edit edit -> edit(edit, content(message, "edit"));
            case Draft.Revoke(String id) -> content(message, "revoke").put("original_message_id", id);
            case Draft.Raw(ObjectNode raw) -> message.setAll(raw);
        }
    }

    private static ObjectNode content(ObjectNode message, String kind) {
        return message.put("type", kind).putObject(kind);
    }

    private void file(Draft.File file, ObjectNode content) {
        Media media = world.shelf().fromCitizen(file.attachment());
        Body body = file.attachment().body();
        file.caption().ifPresent(caption -> content.put("caption", caption));
        if (file.kind() == FileKind.DOCUMENT) {
            file.attachment().fileName().ifPresent(name -> content.put("filename", name));
        }
        content.put("mime_type", body.type())
                .put("sha256", Base64.getEncoder().encodeToString(body.sha256()))
                .put("id", media.id())
                .put("url", world.urls().url(base, media));
        switch (file.kind()) {
            case AUDIO -> content.put("voice", file.voice());
            case STICKER -> content.put("animated", body.isAnimated());
            case IMAGE, VIDEO, DOCUMENT -> {}
        }
    }

    private static void location(Draft.Location location, ObjectNode content) {
        content.put("latitude", location.latitude()).put("longitude", location.longitude());
        location.name().ifPresent(name -> content.put("name", name));
        location.address().ifPresent(address -> content.put("address", address));
    }

    private static void reaction(Draft.Reaction reaction, ObjectNode content) {
        content.put("message_id", reaction.messageId());
        reaction.emoji().ifPresent(emoji -> content.put("emoji", emoji));
    }

    /** The same once more; a file has a new id at Meta. */
    private void forward(Draft.Forward forward, ObjectNode message) {
        message.putObject("context").put(forward.often() ? "frequently_forwarded" : "forwarded", true);
        Bubble old = standing(forward.messageId());
        Optional<Attachment> file =
                world.shelf().onPhone(old.content().path("id").asText());
        if (file.isEmpty()) {
            message.put("type", old.kind()).set(old.kind(), old.content().deepCopy());
            return;
        }
        FileKind kind = FileKind.of(old.kind()).orElseThrow();
        Optional<String> caption = Json.text(old.content(), "caption");
        write(
                new Draft.File(
                        kind, file.get(), caption, old.content().path("voice").asBoolean()),
                message);
    }

    private Bubble standing(String id) {
        return world.chats()
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no such message"))
                .bubble();
    }

    private void edit(Draft.Edit edit, ObjectNode content) {
        content.put("original_message_id", edit.messageId());
        ObjectNode whole = content.putObject("message");
        whole.putObject("context").put("id", edit.messageId());
        whole.setAll(reworded(edit));
    }

    /** The message of the citizen's as it reads after the edit; a file and all about it stays. */
    ObjectNode reworded(Draft.Edit edit) {
        Bubble old = standing(edit.messageId());
        ObjectNode content = old.content().deepCopy();
        content.put(old.kind().equals("text") ? "body" : "caption", edit.words());
        return Json.object().put("type", old.kind()).set(old.kind(), content);
    }

    static ObjectNode head(Citizen citizen, String id) {
        ObjectNode message = Json.object();
        citizen.phone().ifPresent(phone -> message.put("from", phone));
        return message.put("from_user_id", citizen.bsuid()).put("id", id);
    }
}
