package org.sprechstunde.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.RetryPolicy;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * By which of WhatsApp's ids, as a keyed hash, an answer of the mayor's is known there: a status may bring nothing else, and
 * a citizen quotes by it. A mark lives as long as its answer. The answer names it, so that it is erased first, and it is
 * written only while the enquiry's key stands, so that none comes after the erasing.
 */
public final class AnswerMarks {
    static final String NAMED = "answerMark";

    /** Longer than WhatsApp takes to answer the call that sent it. */
    private static final Duration EARLY = Duration.ofMinutes(10);

    private final Table table;
    private final Retry retry;

    public AnswerMarks(Table table) {
        this.table = table;
        this.retry = table.retry();
    }

    /** An answer of the mayor's. */
    public record Answer(RandomId enquiry, MessageId message) {
        private ItemKey place() {
            return ItemKey.message(enquiry, message);
        }
    }

    public Optional<Answer> find(String hmac) {
        return table.get(ItemKey.answer(hmac)).flatMap(AnswerMarks::answer);
    }

    /**
     * Marks {@code answer}, unless it is marked or gone.
     *
     * @return what WhatsApp told of it before it told the id
     */
    public Optional<Delivery> mark(Answer answer, String hmac) {
        return retry.until(RetryPolicy.WRITERS, () -> attempt(answer, hmac)).orElseThrow(Retry.TooManyWriters::new);
    }

    private Optional<Optional<Delivery>> attempt(Answer answer, String hmac) {
        Optional<Map<String, AttributeValue>> message = table.get(answer.place());
        Optional<Map<String, AttributeValue>> before = table.get(ItemKey.answer(hmac));
        Optional<String> citizen = Enquiries.citizen(table, answer.enquiry());
        boolean marked = before.flatMap(AnswerMarks::answer).isPresent()
                || message.stream().anyMatch(item -> item.containsKey(NAMED));
        if (message.isEmpty() || citizen.isEmpty() || marked) {
            return Optional.of(Optional.empty());
        }
        Transaction transaction = table.transaction();
        transaction.checkStands(answer.enquiry(), citizen.get());
        transaction.update(MessageUpdates.marked(answer.place(), hmac));
        transaction.update(marking(answer, hmac, message.get(), before));
        return transaction.commit().done() ? Optional.of(before.map(AnswerMarks::early)) : Optional.empty();
    }

    /** The mark of an answer, until when the enquiry may last at most. */
    static Map<String, AttributeValue> write(Answer answer, String hmac, Instant latest) {
        Map<String, AttributeValue> item = new HashMap<>(ItemKey.answer(hmac).attributes());
        item.put("enquiry", Attributes.of(answer.enquiry().value()));
        item.put("message", Attributes.of(answer.message().toString()));
        item.put("expiresAt", Attributes.ttl(latest));
        return item;
    }

    /** On condition that nothing more was told meanwhile, which would be lost with what it replaces. */
    private static Update marking(
            Answer answer,
            String hmac,
            Map<String, AttributeValue> message,
            Optional<Map<String, AttributeValue>> before) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(
                ":enquiry", Attributes.of(answer.enquiry().value()),
                ":message", Attributes.of(answer.message().toString()),
                ":until", Attributes.of(Attributes.number(message, "expiresAt"))));
        before.ifPresent(told -> values.put(":told", Attributes.of(Attributes.text(told, "delivery"))));
        return new Update(
                ItemKey.answer(hmac),
                "SET enquiry = :enquiry, message = :message, expiresAt = :until REMOVE delivery, #code",
                before.isPresent() ? "delivery = :told" : "attribute_not_exists(pk)",
                Map.of("#code", "code"),
                values);
    }

    /**
     * What WhatsApp tells of an answer that nobody knows by this id waits a moment for its mark: it may come before WhatsApp
     * has told the id. False if there is a mark by now, or the answer was told to have come further.
     */
    public boolean toldEarly(String hmac, Delivery told, Instant now) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(
                ":told", Attributes.of(told.state().name()),
                ":code", Attributes.of(told.code().orElse(0)),
                ":until", Attributes.seconds(now.plus(EARLY))));
        List<String> earlier = new ArrayList<>();
        for (Delivery.State state : Delivery.State.values()) {
            if (told.state().isAfter(state)) {
                earlier.add(":" + state);
                values.put(":" + state, Attributes.of(state.name()));
            }
        }
        return table.update(new Update(
                ItemKey.answer(hmac),
                "SET delivery = :told, #code = :code, expiresAt = :until",
                "attribute_not_exists(enquiry) AND attribute_not_exists(word) AND (attribute_not_exists(delivery) OR"
                        + " delivery IN ("
                        + String.join(", ", earlier) + "))",
                Map.of("#code", "code"),
                values));
    }

    /** The marks of an enquiry's answers. */
    public List<ItemKey> of(RandomId enquiry) {
        return table
                .pages(request -> request.keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                        .expressionAttributeValues(Map.of(
                                ":pk", Attributes.of(ItemKey.partition(enquiry)),
                                ":sk", Attributes.of(ItemKey.MESSAGE)))
                        .projectionExpression(NAMED)
                        .consistentRead(true))
                .stream()
                .flatMap(item -> Attributes.optionalText(item, NAMED).stream())
                .map(ItemKey::answer)
                .toList();
    }

    private static Optional<Answer> answer(Map<String, AttributeValue> mark) {
        return Attributes.optionalText(mark, "enquiry")
                .map(enquiry -> new Answer(
                        new RandomId(enquiry),
                        MessageId.parse(Attributes.text(mark, "message")).orElseThrow()));
    }

    static Delivery early(Map<String, AttributeValue> told) {
        long code = Attributes.number(told, "code");
        return new Delivery(
                Delivery.State.valueOf(Attributes.text(told, "delivery")),
                code == 0 ? OptionalLong.empty() : OptionalLong.of(code));
    }
}
