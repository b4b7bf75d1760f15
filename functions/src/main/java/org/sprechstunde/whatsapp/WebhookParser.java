package org.sprechstunde.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a webhook as leniently as its senders are inventive: several entries, changes, messages and
 * statuses in one body, fields that are missing, empty or new.
 */
public final class WebhookParser {
    private final String phoneNumberId;
    private final InboundParser inbound;

    private final List<Inbound> messages = new ArrayList<>();
    private final List<Status> statuses = new ArrayList<>();
    private final List<GroupMessage> declined = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<Long> problems = new ArrayList<>();

    private WebhookParser(String phoneNumberId, Instant now) {
        this.phoneNumberId = phoneNumberId;
        this.inbound = new InboundParser(now);
    }

    /**
     * Reads a whole body.
     *
     * @param phoneNumberId ours; what is addressed to another number is skipped
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
        return Optional.of(parser.webhook());
    }

    private Webhook webhook() {
        return new Webhook(messages, statuses, declined, skipped, notices, problems);
    }

    private void readChange(JsonNode change) {
        if (!change.path("field").asText().equals("messages")) {
            Notice.of(change).ifPresentOrElse(notices::add, () -> skipped.add(Skipped.OTHER_FIELD));
            return;
        }
        JsonNode value = change.path("value");
        if (value.path("messages").size()
                        + value.path("statuses").size()
                        + value.path("errors").size()
                == 0) {
            skipped.add(Skipped.EMPTY);
        }
        value.path("errors").forEach(this::readProblem);
        if (!isOurs(value.path("metadata").path("phone_number_id").asText(""))) {
            skipped.add(Skipped.OTHER_NUMBER);
            return;
        }
        value.path("messages").forEach(message -> sort(inbound.parse(message, value.path("contacts"))));
        value.path("statuses").forEach(status -> sort(StatusParser.parse(status)));
    }

    /** What concerns the whole account names no number, and what names none must not be lost. */
    private boolean isOurs(String number) {
        return number.isEmpty() || number.equals(phoneNumberId);
    }

    private void readProblem(JsonNode error) {
        ErrorCode.of(error).ifPresentOrElse(problems::add, () -> skipped.add(Skipped.UNCLEAR_PROBLEM));
    }

    private void sort(Entry entry) {
        switch (entry) {
            case Entry.Found(Inbound found) -> messages.add(found);
            case Entry.Told(Status told) -> statuses.add(told);
            case Entry.InGroup(GroupMessage inGroup) -> declined.add(inGroup);
            case Entry.Nothing(Skipped why) -> skipped.add(why);
        }
    }
}
