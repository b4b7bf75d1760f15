package org.sprechstunde.store;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.enquiry.ErasureCode;
import org.sprechstunde.platform.Services;

/** What the town knows of a code that anybody has typed. It reads the log of erasures and nothing else. */
public final class ErasureLookup {
    private final Table table;
    private final ErasureLog erasureLog;
    private final Guesses guesses;
    private @Nullable Pseudonyms hashes;

    public ErasureLookup(Services services) {
        this.table = Table.of(services);
        this.erasureLog = new ErasureLog(services);
        this.guesses = new Guesses(services);
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
        if (!guesses.take()) {
            return new Answer.NotNow();
        }
        Answer answer = hashes().flatMap(known -> known(known.erasureCode(code.letters())))
                .orElseGet(Answer.Unknown::new);
        if (!(answer instanceof Answer.Unknown)) {
            guesses.giveBack();
        }
        return answer;
    }

    private Optional<Answer> known(String code) {
        return ErasureCodes.find(table, code).map(item -> {
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
}
