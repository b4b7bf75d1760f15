package org.sprechstunde.acceptance.hunt;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sprechstunde.emulator.chat.Attachment;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.FileKind;
import org.sprechstunde.emulator.phone.MessageDraft;
import org.sprechstunde.emulator.web.Body;

/** One message of every kind, a canary wherever a citizen can write something. */
final class CanaryMessages {
    private final Canaries made;

    CanaryMessages(Canaries made) {
        this.made = made;
    }

    List<CitizenMessage> everyKind() {
        return Stream.of(files(), words(), odd()).flatMap(List::stream).toList();
    }

    CitizenMessage text(String kind) {
        return CitizenMessage.text(made.text(kind));
    }

    CitizenMessage picture(String kind) {
        return CitizenMessage.of(
                file(FileKind.IMAGE, kind, "image/jpeg", "schlagloch.jpg").captioned(made.text(kind + "'s caption")));
    }

    private List<CitizenMessage> files() {
        return List.of(
                picture("picture"),
                CitizenMessage.of(file(FileKind.DOCUMENT, "document", "application/pdf", "antrag-zuschuss.pdf")
                        .captioned(made.text("document's caption"))),
                CitizenMessage.of(
                        file(FileKind.VIDEO, "video", "video/mp4", "bach.mp4").captioned(made.text("video's caption"))),
                CitizenMessage.of(file(FileKind.AUDIO, "voice", "audio/ogg; codecs=opus", "sprachnachricht.ogg")
                        .spoken()),
                CitizenMessage.of(file(FileKind.STICKER, "sticker", "image/webp", "danke.webp")));
    }

    private List<CitizenMessage> words() {
        ObjectNode card = object();
        card.putObject("name").put("formatted_name", made.text("card's name"));
        card.putArray("phones").addObject().put("phone", "+" + made.phone("card's phone"));
        card.putArray("emails").addObject().put("email", made.plain("card's address") + "@example.org");
        card.putObject("org")
                .put("company", made.text("card's company"))
                .put("department", made.text("card's department"));
        card.putArray("addresses").addObject().put("street", made.text("card's street"));
        card.putArray("urls").addObject().put("url", "https://" + made.plain("card's page") + ".example");
        ObjectNode place = object().put("type", "location");
        place.putObject("location").put("url", "https://" + made.plain("place's page") + ".example");
        return List.of(
                text("text"),
                CitizenMessage.of(new MessageDraft.Location(
                        50.88,
                        10.0,
                        Optional.of(made.text("place's name")),
                        Optional.of(made.text("place's address")))),
                CitizenMessage.of(new MessageDraft.Raw(place)),
                CitizenMessage.of(new MessageDraft.Contacts(
                        JsonNodeFactory.instance.arrayNode().add(card))));
    }

    /** What is not shown, or does not fit, must not slip through either. */
    private List<CitizenMessage> odd() {
        ObjectNode order = object().put("type", "order");
        order.putObject("order").put("text", made.text("order's text"));
        ObjectNode strange = object().put("type", made.plain("unknown kind"));
        ObjectNode button = object().put("type", "button");
        button.putObject("button").put("text", made.text("button")).put("payload", made.plain("payload"));
        ObjectNode pressed = object().put("type", "interactive");
        pressed.putObject("interactive")
                .put("type", "button_reply")
                .putObject("button_reply")
                .put("id", made.plain("button's id"))
                .put("title", made.text("button's title"));
        ObjectNode form = object().put("type", "interactive");
        ObjectNode answers = object().put(made.plain("form's question"), made.text("form's answer"));
        form.putObject("interactive")
                .put("type", "nfm_reply")
                .putObject("nfm_reply")
                .put("name", "flow")
                .put("body", made.text("form's body"))
                .put(
                        "response_json",
                        answers.put("flow_token", made.plain("form's token")).toString());
        ObjectNode advert = object().put("type", "text").put("timestamp", made.phone("absurd time"));
        advert.putObject("text").put("body", made.text("text after an advertisement"));
        advert.putObject("referral").put("headline", made.text("advertisement"));
        advert.putObject("context").put("from", made.phone("quoted person"));
        ObjectNode unreadable = object().put("type", "unsupported");
        unreadable.putArray("errors").addObject().put("code", 131051).put("title", made.text("error's title"));
        return Stream.of(order, strange, button, pressed, form, advert, unreadable)
                .map(message -> CitizenMessage.of(new MessageDraft.Raw(message)))
                .toList();
    }

    private MessageDraft.File file(FileKind kind, String name, String type, String demoFile) {
        String fileName = made.text(name + "'s file name") + ".pdf";
        var attachment = new Attachment(new Body(type, made.file(name, demoFile)), Optional.of(fileName));
        return MessageDraft.File.of(kind, attachment);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
