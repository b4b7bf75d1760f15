package org.sprechstunde.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.enquiry.Content;
import org.sprechstunde.enquiry.Content.Attachment;
import org.sprechstunde.enquiry.Content.Card;
import org.sprechstunde.enquiry.Content.Line;
import org.sprechstunde.enquiry.Content.Point;
import org.sprechstunde.platform.Json;

/** Content as the JSON that is sealed; read again by every later release. */
final class ContentJson {
    private ContentJson() {}

    static ObjectNode write(Content content) {
        ObjectNode json = Json.object().put("kind", content.kind());
        content.words().ifPresent(words -> json.put("words", words));
        switch (content) {
            case Content.Text _ -> {}
            case Content.Media media -> writeMedia(json, media);
            case Content.Location location -> writeLocation(json, location);
            case Content.Contacts(List<Card> cards) -> {
                ArrayNode array = json.putArray("cards");
                cards.forEach(card -> array.add(write(card)));
            }
            case Content.Choice choice -> choice.description().ifPresent(text -> json.put("description", text));
            case Content.Form form -> writeLines(json, form.lines());
            case Content.Order order -> writeLines(json, order.lines());
            case Content.Template template -> json.put("name", template.name()).put("language", template.language());
            case Content.Unknown unknown -> {
                json.put("word", unknown.word());
                unknown.code().ifPresent(code -> json.put("code", code));
            }
        }
        return json;
    }

    private static void writeMedia(ObjectNode json, Content.Media media) {
        Attachment file = media.file();
        json.put("mediaId", file.mediaId()).put("mimeType", file.mimeType());
        file.sha256().ifPresent(hash -> json.put("sha256", hash));
        switch (media) {
            case Content.Audio audio -> json.put("voice", audio.voice());
            case Content.Document document -> document.fileName().ifPresent(name -> json.put("fileName", name));
            case Content.Image _, Content.Video _, Content.Sticker _ -> {}
        }
    }

    private static void writeLocation(ObjectNode json, Content.Location location) {
        location.point()
                .ifPresent(point -> json.put("latitude", point.latitude()).put("longitude", point.longitude()));
        location.name().ifPresent(text -> json.put("name", text));
        location.address().ifPresent(text -> json.put("address", text));
    }

    private static void writeLines(ObjectNode json, List<Line> lines) {
        ArrayNode array = json.putArray("lines");
        lines.forEach(line -> array.addObject().put("label", line.label()).put("value", line.value()));
    }

    private static ObjectNode write(Card card) {
        ObjectNode json = Json.object();
        card.name().ifPresent(name -> json.put("name", name));
        card.organisation().ifPresent(name -> json.put("organisation", name));
        card.phones().forEach(json.putArray("phones")::add);
        card.emails().forEach(json.putArray("emails")::add);
        return json;
    }

    static Content read(JsonNode json) {
        Optional<String> words = Json.text(json, "words");
        String kind = json.path("kind").asText();
        return switch (kind) {
            case "text" -> new Content.Text(words.orElse(""));
            case "image" -> new Content.Image(attachment(json), words);
            case "video" -> new Content.Video(attachment(json), words);
            case "audio" ->
                new Content.Audio(attachment(json), json.path("voice").asBoolean());
            case "document" -> new Content.Document(attachment(json), Json.text(json, "fileName"), words);
            case "sticker" -> new Content.Sticker(attachment(json));
            case "location" -> new Content.Location(point(json), Json.text(json, "name"), Json.text(json, "address"));
            case "contacts" -> new Content.Contacts(cards(json.path("cards")));
            case "choice" -> new Content.Choice(words.orElse(""), Json.text(json, "description"));
            case "form" -> new Content.Form(lines(json));
            case "order" -> new Content.Order(words, lines(json));
            case "template" ->
                new Content.Template(
                        json.path("name").asText(), json.path("language").asText(), words.orElse(""));
            default -> new Content.Unknown(Json.text(json, "word").orElse(kind), Json.number(json, "code"));
        };
    }

    private static Optional<Point> point(JsonNode json) {
        return json.has("latitude")
                ? Optional.of(new Point(
                        json.path("latitude").asDouble(), json.path("longitude").asDouble()))
                : Optional.empty();
    }

    private static List<Line> lines(JsonNode json) {
        List<Line> lines = new ArrayList<>();
        json.path("lines")
                .forEach(line -> lines.add(
                        new Line(line.path("label").asText(), line.path("value").asText())));
        return lines;
    }

    private static Attachment attachment(JsonNode json) {
        return new Attachment(
                json.path("mediaId").asText(), json.path("mimeType").asText(), Json.text(json, "sha256"));
    }

    private static List<Card> cards(JsonNode array) {
        List<Card> cards = new ArrayList<>();
        for (JsonNode card : array) {
            cards.add(new Card(
                    Json.text(card, "name"),
                    Json.text(card, "organisation"),
                    texts(card.path("phones")),
                    texts(card.path("emails"))));
        }
        return cards;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
