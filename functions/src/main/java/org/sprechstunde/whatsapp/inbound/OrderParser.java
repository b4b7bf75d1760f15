package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageContent.Line;
import org.sprechstunde.platform.Json;

/** Reads an order as one line per article. */
final class OrderParser {
    private OrderParser() {}

    static Optional<MessageContent> parse(JsonNode order) {
        List<Line> lines = new ArrayList<>();
        order.path("product_items").forEach(item -> lines.add(line(item)));
        Optional<String> words = Json.text(order, "text");
        return words.isPresent() || !lines.isEmpty()
                ? Optional.of(new MessageContent.Order(words, lines))
                : Optional.empty();
    }

    private static Line line(JsonNode item) {
        String price = (plain(item, "item_price") + " " + plain(item, "currency")).strip();
        String count = plain(item, "quantity");
        String separator = count.isEmpty() || price.isEmpty() ? "" : " × ";
        return new Line(plain(item, "product_retailer_id"), count + separator + price);
    }

    /** Numbers come as numbers or as text. */
    private static String plain(JsonNode item, String field) {
        JsonNode value = item.path(field);
        return value.isNumber() || value.isTextual() ? value.asText() : "";
    }
}
