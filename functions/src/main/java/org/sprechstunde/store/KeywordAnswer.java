package org.sprechstunde.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.enquiry.Keyword;

/**
 * The answer to a citizen's word, at the id by which WhatsApp knows it, as a keyed hash: a status may bring nothing else.
 * Nothing is stored of the answer itself, so this lives as long as the mark of the word.
 *
 * @param mark keyed hash of the {@link KeywordMark} that says what it was about
 */
public record KeywordAnswer(Keyword word, String mark) {

    public static Optional<KeywordAnswer> find(Table table, String hmac) {
        return table.get(ItemKey.answer(hmac))
                .flatMap(item -> Attributes.optionalText(item, "word")
                        .flatMap(Keyword::of)
                        .map(word -> new KeywordAnswer(word, Attributes.text(item, "mark"))));
    }

    /**
     * Notes down that WhatsApp knows it by this id, unless it has told before that it failed.
     *
     * @return that failure
     */
    public Optional<Delivery> note(Table table, String hmac, Instant now) {
        boolean noted = table.update(new Update(
                ItemKey.answer(hmac),
                "SET word = :word, mark = :mark, expiresAt = :until REMOVE delivery, #code",
                "attribute_not_exists(delivery) OR delivery <> :failed",
                Map.of("#code", "code"),
                Map.of(
                        ":word", Attributes.of(word.word()),
                        ":mark", Attributes.of(mark),
                        ":until", Attributes.seconds(now.plus(SeenMark.KEPT)),
                        ":failed", Attributes.of(Delivery.State.FAILED.name()))));
        return noted ? Optional.empty() : table.get(ItemKey.answer(hmac)).map(AnswerMarks::early);
    }
}
