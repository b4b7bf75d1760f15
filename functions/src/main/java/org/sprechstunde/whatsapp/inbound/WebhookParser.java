package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sprechstunde.whatsapp.ErrorCode;

/**
 * Reads a webhook as leniently as its senders are inventive: several entries, changes, messages and
 * statuses in one body, fields that are missing, empty or new.
 */
public final class WebhookParser {
    private final String phoneNumberId;
    private final MessageParser inbound;
    private final StatusParser delivery;

    private final List<InboundEvent> messages = new ArrayList<>();
    private final List<DeliveryStatus> statuses = new ArrayList<>();
    private final List<UnansweredKeyword> unanswered = new ArrayList<>();
    private final List<GroupMessage> declined = new ArrayList<>();
    private final List<SkipReason> skipped = new ArrayList<>();
    private final List<AccountNotice> notices = new ArrayList<>();
    private final List<Long> problems = new ArrayList<>();

    private WebhookParser(Reader reader) {
        this.phoneNumberId = reader.phoneNumberId();
        this.inbound = new MessageParser(reader);
        this.delivery = new StatusParser(reader);
    }

    /**
     * Who reads, and when.
     *
     * @param phoneNumberId ours; what is addressed to another number is skipped
     * @param now stands in for times that are missing or absurd
     * @param opened our ids out of what WhatsApp and a citizen's phone have carried
     */
    public record Reader(String phoneNumberId, Instant now, UnaryOperator<String> opened) {}

    /** Reads a whole body; empty if it is no webhook of a WhatsApp business account at all. */
    public static Optional<WebhookPayload> parse(JsonNode body, Reader reader) {
        if (!body.path("object").asText().equals("whatsapp_business_account")
                || !body.path("entry").isArray()) {
            return Optional.empty();
        }
        WebhookParser parser = new WebhookParser(reader);
        for (JsonNode entry : body.path("entry")) {
            entry.path("changes").forEach(parser::readChange);
        }
        return Optional.of(parser.webhook());
    }

    private WebhookPayload webhook() {
        return new WebhookPayload(messages, statuses, unanswered, declined, skipped, notices, problems);
    }

    private void readChange(JsonNode change) {
        if (!change.path("field").asText().equals("messages")) {
            AccountNotice.of(change).ifPresentOrElse(notices::add, () -> skipped.add(SkipReason.OTHER_FIELD));
            return;
        }
        JsonNode value = change.path("value");
        if (value.path("messages").size()
                        + value.path("statuses").size()
                        + value.path("errors").size()
                == 0) {
            skipped.add(SkipReason.EMPTY);
        }
        value.path("errors").forEach(this::readProblem);
        if (!isOurs(value.path("metadata").path("phone_number_id").asText(""))) {
            skipped.add(SkipReason.OTHER_NUMBER);
            return;
        }
        value.path("messages").forEach(message -> sort(inbound.parse(message, value)));
        value.path("statuses").forEach(status -> sort(delivery.parse(status)));
    }

    /** What concerns the whole account names no number, and what names none must not be lost. */
    private boolean isOurs(String number) {
        return number.isEmpty() || number.equals(phoneNumberId);
    }

    private void readProblem(JsonNode error) {
        ErrorCode.of(error).ifPresentOrElse(problems::add, () -> skipped.add(SkipReason.UNCLEAR_PROBLEM));
    }

    private void sort(ParsedEntry entry) {
        switch (entry) {
            case ParsedEntry.Found(InboundEvent found) -> messages.add(found);
            case ParsedEntry.Told(DeliveryStatus told) -> statuses.add(told);
            case ParsedEntry.Unanswered(UnansweredKeyword keyword) -> unanswered.add(keyword);
            case ParsedEntry.InGroup(GroupMessage inGroup) -> declined.add(inGroup);
            case ParsedEntry.Nothing(SkipReason why) -> skipped.add(why);
        }
    }
}
