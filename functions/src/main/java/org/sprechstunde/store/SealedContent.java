package org.sprechstunde.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageContent.Attachment;
import org.sprechstunde.enquiry.MessageContent.Card;
import org.sprechstunde.enquiry.MessageContent.Line;
import org.sprechstunde.enquiry.MessageContent.Point;
import org.sprechstunde.enquiry.MessageContext;
import org.sprechstunde.enquiry.MessageContext.Forwarding;
import org.sprechstunde.enquiry.MessageContext.Quote;
import org.sprechstunde.enquiry.MessageContext.Referral;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.platform.Json;

/** What a message says, and in what context, as the JSON that is sealed; read again by every later release. */
final class SealedContent {
    private SealedContent() {}

    static ObjectNode write(MessageContent content) {
        ObjectNode json = Json.object().put("kind", content.kind());
        content.words().ifPresent(words -> json.put("words", words));
        switch (content) {
            case MessageContent.Text _, MessageContent.Wish _ -> {}
            case MessageContent.Media media -> writeMedia(json, media);
            case MessageContent.Location location -> writeLocation(json, location);
            case MessageContent.Contacts(List<Card> cards) -> {
                ArrayNode array = json.putArray("cards");
                cards.forEach(card -> array.add(write(card)));
            }
            case MessageContent.Choice choice -> choice.description().ifPresent(text -> json.put("description", text));
            case MessageContent.Form form -> writeLines(json, form.lines());
            case MessageContent.Order order -> writeLines(json, order.lines());
            case MessageContent.Template template ->
                json.put("name", template.name()).put("language", template.language());
            case MessageContent.Unknown unknown -> {
                json.put("word", unknown.word());
                unknown.code().ifPresent(code -> json.put("code", code));
            }
        }
        return json;
    }

    private static void writeMedia(ObjectNode json, MessageContent.Media media) {
        Attachment file = media.file();
        json.put("mediaId", file.mediaId()).put("mimeType", file.mimeType());
        file.sha256().ifPresent(hash -> json.put("sha256", hash));
        switch (media) {
            case MessageContent.Audio audio -> json.put("voice", audio.voice());
            case MessageContent.Document document -> document.fileName().ifPresent(name -> json.put("fileName", name));
            case MessageContent.Image _, MessageContent.Video _, MessageContent.Sticker _ -> {}
        }
    }

    private static void writeLocation(ObjectNode json, MessageContent.Location location) {
        location.point()
                .ifPresent(point -> json.put("latitude", point.latitude()).put("longitude", point.longitude()));
        location.name().ifPresent(text -> json.put("name", text));
        location.address().ifPresent(text -> json.put("address", text));
        location.url().ifPresent(text -> json.put("url", text));
    }

    private static void writeLines(ObjectNode json, List<Line> lines) {
        ArrayNode array = json.putArray("lines");
        lines.forEach(line -> array.addObject().put("label", line.label()).put("value", line.value()));
    }

    private static ObjectNode write(Card card) {
        ObjectNode json = Json.object();
        card.name().ifPresent(name -> json.put("name", name));
        card.organisation().ifPresent(name -> json.put("organisation", name));
        card.department().ifPresent(name -> json.put("department", name));
        MessageContent.Reach reach = card.reach();
        reach.phones().forEach(json.putArray("phones")::add);
        reach.emails().forEach(json.putArray("emails")::add);
        reach.addresses().forEach(json.putArray("addresses")::add);
        reach.urls().forEach(json.putArray("urls")::add);
        return json;
    }

    static MessageContent read(JsonNode json) {
        Optional<String> words = Json.text(json, "words");
        String kind = json.path("kind").asText();
        return switch (kind) {
            case "text" -> new MessageContent.Text(words.orElse(""));
            case "image" -> new MessageContent.Image(attachment(json), words);
            case "video" -> new MessageContent.Video(attachment(json), words);
            case "audio" ->
                new MessageContent.Audio(attachment(json), json.path("voice").asBoolean());
            case "document" -> new MessageContent.Document(attachment(json), Json.text(json, "fileName"), words);
            case "sticker" -> new MessageContent.Sticker(attachment(json));
            case "location" ->
                new MessageContent.Location(
                        point(json), Json.text(json, "name"), Json.text(json, "address"), Json.text(json, "url"));
            case "contacts" -> new MessageContent.Contacts(cards(json.path("cards")));
            case "choice" -> new MessageContent.Choice(words.orElse(""), Json.text(json, "description"));
            case "form" -> new MessageContent.Form(lines(json));
            case "order" -> new MessageContent.Order(words, lines(json));
            case "template" ->
                new MessageContent.Template(
                        json.path("name").asText(), json.path("language").asText(), words.orElse(""));
            default ->
                MessageContent.Wish.ofKind(kind)
                        .<MessageContent>map(wish -> wish)
                        .orElseGet(() -> new MessageContent.Unknown(
                                Json.text(json, "word").orElse(kind), Json.number(json, "code")));
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
                    Json.text(card, "department"),
                    new MessageContent.Reach(
                            texts(card.path("phones")),
                            texts(card.path("emails")),
                            texts(card.path("addresses")),
                            texts(card.path("urls")))));
        }
        return cards;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    static ObjectNode write(MessageContext context) {
        ObjectNode json = Json.object();
        context.quote()
                .ifPresent(quote -> json.put(
                        "quote", quote.message().map(MessageId::toString).orElse("")));
        if (context.forwarding() != Forwarding.NONE) {
            json.put("forwarding", context.forwarding().name());
        }
        context.referral().ifPresent(referral -> {
            ObjectNode from = json.putObject("referral");
            referral.heading().ifPresent(text -> from.put("heading", text));
            referral.address().ifPresent(text -> from.put("address", text));
        });
        return json;
    }

    static MessageContext readContext(JsonNode json) {
        Optional<Quote> quote = json.has("quote")
                ? Optional.of(new Quote(Json.text(json, "quote").flatMap(MessageId::parse)))
                : Optional.empty();
        JsonNode from = json.path("referral");
        Optional<Referral> referral = from.isObject()
                ? Optional.of(new Referral(Json.text(from, "heading"), Json.text(from, "address")))
                : Optional.empty();
        return new MessageContext(quote, forwarding(json), referral);
    }

    private static Forwarding forwarding(JsonNode json) {
        return Arrays.stream(Forwarding.values())
                .filter(value -> value.name().equals(json.path("forwarding").asText()))
                .findFirst()
                .orElse(Forwarding.NONE);
    }
}
