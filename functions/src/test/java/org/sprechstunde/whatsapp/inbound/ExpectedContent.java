package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageContent.Attachment;
import org.sprechstunde.enquiry.MessageContent.Line;

/** What a message says, as the corpus writes it. */
final class ExpectedContent {
    private ExpectedContent() {}

    static void write(ObjectNode json, MessageContent content) {
        json.put("kind", content.kind());
        content.words().ifPresent(words -> json.put("words", words));
        switch (content) {
            case MessageContent.Audio(Attachment file, boolean voice) -> file(json.put("voice", voice), file);
            case MessageContent.Document document -> {
                file(json, document.file());
                document.fileName().ifPresent(name -> json.put("name", name));
            }
            case MessageContent.Media media -> file(json, media.file());
            case MessageContent.Location location -> {
                location.point()
                        .ifPresent(point ->
                                json.putArray("point").add(point.latitude()).add(point.longitude()));
                location.name().ifPresent(name -> json.put("name", name));
                location.address().ifPresent(address -> json.put("address", address));
                location.url().ifPresent(url -> json.put("url", url));
            }
            case MessageContent.Contacts(List<MessageContent.Card> cards) -> cards(json.putArray("cards"), cards);
            case MessageContent.Choice choice ->
                choice.description().ifPresent(description -> json.put("description", description));
            case MessageContent.Form(List<Line> lines) -> lines(json, lines);
            case MessageContent.Order order -> {
                order.words().ifPresent(words -> json.put("words", words));
                lines(json, order.lines());
            }
            case MessageContent.Unknown unknown -> {
                json.put("word", unknown.word());
                unknown.code().ifPresent(code -> json.put("code", code));
            }
            case MessageContent.Text _, MessageContent.Template _, MessageContent.Wish _ -> {}
        }
    }

    private static void file(ObjectNode json, Attachment attachment) {
        ObjectNode file = json.putObject("file").put("id", attachment.mediaId()).put("type", attachment.mimeType());
        attachment.sha256().ifPresent(hash -> file.put("hash", hash));
    }

    private static void lines(ObjectNode json, List<Line> lines) {
        if (!lines.isEmpty()) {
            ArrayNode array = json.putArray("lines");
            lines.forEach(line -> array.addArray().add(line.label()).add(line.value()));
        }
    }

    private static void cards(ArrayNode array, List<MessageContent.Card> cards) {
        for (MessageContent.Card card : cards) {
            ObjectNode json = array.addObject();
            card.name().ifPresent(name -> json.put("name", name));
            card.organisation().ifPresent(name -> json.put("organisation", name));
            card.department().ifPresent(name -> json.put("department", name));
            texts(json, "phones", card.reach().phones());
            texts(json, "emails", card.reach().emails());
            texts(json, "addresses", card.reach().addresses());
            texts(json, "urls", card.reach().urls());
        }
    }

    private static void texts(ObjectNode json, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode array = json.putArray(name);
            texts.forEach(array::add);
        }
    }
}
