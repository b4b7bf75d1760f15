package org.sprechstunde.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.enquiry.DeliveryState;
import org.sprechstunde.platform.Json;

/**
 * Reads a webhook as leniently as its senders are inventive: several entries, changes, messages and
 * statuses in one body, fields that are missing, empty or new.
 */
public final class WebhookParser {
    private final String phoneNumberId;
    private final InboundParser inbound;

    private final List<Inbound> messages = new ArrayList<>();
    private final List<Status> statuses = new ArrayList<>();
    private final List<Long> problems = new ArrayList<>();
    private int declined;
    private int ignored;

    private WebhookParser(String phoneNumberId, Instant now) {
        this.phoneNumberId = phoneNumberId;
        this.inbound = new InboundParser(now);
    }

    /**
     * Reads a whole body.
     *
     * @param phoneNumberId ours; what is addressed to another number is ignored
     * @param now stands in for times that are missing or absurd
     * @return empty if {@code body} is no webhook of a WhatsApp business account at all
     */
    public static Optional<Webhook> parse(JsonNode body, String phoneNumberId, Instant now) {
        if (!body.path("object").asText().equals("whatsapp_business_account")
                || !body.path("entry").isArray()) {
            return Optional.empty();
        }
        WebhookParser parser = new WebhookParser(phoneNumberId, now);
        for (JsonNode entry : body.path("entry")) {
            entry.path("changes").forEach(parser::readChange);
        }
        return Optional.of(
                new Webhook(parser.messages, parser.statuses, parser.declined, parser.ignored, parser.problems));
    }

    private void readChange(JsonNode change) {
        JsonNode value = change.path("value");
        String number = value.path("metadata").path("phone_number_id").asText();
        if (!change.path("field").asText().equals("messages") || !number.equals(phoneNumberId)) {
            ignored++;
            return;
        }
        value.path("messages").forEach(message -> readMessage(message, value.path("contacts")));
        value.path("statuses").forEach(this::readStatus);
        value.path("errors").forEach(error -> ErrorCode.of(error).ifPresent(problems::add));
    }

    private void readMessage(JsonNode message, JsonNode contacts) {
        if (message.has("group_id")) {
            declined++;
            return;
        }
        Optional<Inbound> read = inbound.parse(message, contacts);
        read.ifPresent(messages::add);
        ignored += read.isEmpty() ? 1 : 0;
    }

    private void readStatus(JsonNode status) {
        Optional<Callback> callback =
                Json.text(status, "biz_opaque_callback_data").flatMap(Callback::parse);
        Optional<DeliveryState> state = state(status.path("status").asText());
        if (callback.isEmpty() || state.isEmpty()) {
            ignored++;
            return;
        }
        OptionalLong code = ErrorCode.of(status.path("errors").path(0));
        statuses.add(new Status(callback.get().enquiry(), callback.get().message(), state.get(), code));
    }

    private static Optional<DeliveryState> state(String word) {
        return switch (word) {
            case "sent" -> Optional.of(DeliveryState.SENT);
            case "delivered" -> Optional.of(DeliveryState.DELIVERED);
            case "read", "played" -> Optional.of(DeliveryState.READ);
            case "failed" -> Optional.of(DeliveryState.FAILED);
            default -> Optional.empty();
        };
    }
}
