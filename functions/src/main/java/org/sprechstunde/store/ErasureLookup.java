package org.sprechstunde.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.enquiry.ErasureCode;
import org.sprechstunde.platform.Services;

/**
 * What the town knows of a code that anybody has typed. It reads the log of erasures and nothing else, and all who guess
 * share so many wrong codes an hour: nobody asks who they are.
 */
public final class ErasureLookup {
    /** Of 25,600,000,000 codes; with a thousand told in a year, a right one is found in some fifty years of guessing. */
    private static final int WRONG_IN_AN_HOUR = 60;

    private static final Duration COUNTED = Duration.ofHours(2);
    private static final Map<String, String> COUNT = Map.of("#count", "wrong");

    private final Table table;
    private final ErasureLog erasureLog;
    private final Clock clock;
    private @Nullable Pseudonyms hashes;

    public ErasureLookup(Services services) {
        this.table = Table.of(services);
        this.erasureLog = new ErasureLog(services);
        this.clock = services.platform().clock();
    }

    public sealed interface Answer {
        /** Its line has come. */
        record Erased(String line) implements Answer {}

        /** Its line has not come; it was told in the hour that begins with {@code since}. */
        record Erasing(Instant since) implements Answer {}

        record Unknown() implements Answer {}

        /** Too many were wrong in this hour. */
        record NotNow() implements Answer {}
    }

    /** A right code costs nobody a guess. */
    public Answer of(ErasureCode code) {
        if (!take()) {
            return new Answer.NotNow();
        }
        Answer answer = hashes()
                .flatMap(known -> known(known.erasureCode(code.letters())))
                .orElseGet(Answer.Unknown::new);
        if (!(answer instanceof Answer.Unknown)) {
            giveBack();
        }
        return answer;
    }

    private Optional<Answer> known(String code) {
        return table.get(ItemKey.code(code)).map(item -> {
            OptionalLong line = ErasureCodes.line(item);
            return line.isPresent()
                    ? new Answer.Erased(erasureLog.line(line.getAsLong()).orElseThrow())
                    : new Answer.Erasing(Attributes.time(item, ErasureCodes.SINCE));
        });
    }

    /** Empty while no code was ever told. */
    private synchronized Optional<Pseudonyms> hashes() {
        if (hashes == null) {
            table.get(ItemKey.logKey())
                    .ifPresent(item -> hashes = new Pseudonyms(Attributes.bytes(item, ErasureCodes.KEY)));
        }
        return Optional.ofNullable(hashes);
    }

    private boolean take() {
        return table.update(new Update(
                guesses(),
                "SET expiresAt = :over ADD #count :one",
                "attribute_not_exists(#count) OR #count < :most",
                COUNT,
                Map.of(
                        ":over", Attributes.seconds(clock.instant().plus(COUNTED)),
                        ":one", Attributes.of(1),
                        ":most", Attributes.of(WRONG_IN_AN_HOUR))));
    }

    private void giveBack() {
        table.update(new Update(
                guesses(),
                "ADD #count :less",
                "#count > :none",
                COUNT,
                Map.of(":less", Attributes.of(-1), ":none", Attributes.of(0))));
    }

    private ItemKey guesses() {
        return ItemKey.guesses(ErasureCodes.hour(clock.instant()).toString());
    }
}
