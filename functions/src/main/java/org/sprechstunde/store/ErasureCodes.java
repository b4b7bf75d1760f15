package org.sprechstunde.store;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.enquiry.ErasureCode;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Which codes were told, by keyed hash, and which line of the log each has come to. The key of these hashes follows from
 * the secret, and lies in the table besides: whoever looks up a code there needs no secret.
 */
public final class ErasureCodes {
    /** So long after a citizen was told a code, its line must have come. */
    public static final Duration OVERDUE = Duration.ofDays(1);

    /** For so long a code can be asked for; its line stays. */
    private static final Duration KEPT = Duration.ofDays(365);

    /** Value of {@code list} that puts a code into the worklist until its line comes. */
    private static final String PROMISED = "PROMISE";

    private static final String PURPOSE = "erasure codes";
    static final String KEY = "key";
    static final String SINCE = "at";
    private static final String LINE = "line";

    private final Table table;
    private final Worklist worklist;
    private final Secrets secrets;
    private final Clock clock;
    private final boolean isLogged;
    private volatile boolean published;

    public static ErasureCodes of(Services services) {
        return services.once(ErasureCodes.class, ErasureCodes::new);
    }

    private ErasureCodes(Services services) {
        this.table = Table.of(services);
        this.worklist = new Worklist(table);
        this.secrets = services.secrets();
        this.clock = services.platform().clock();
        this.isLogged = services.platform().settings().erasureLogKey().isPresent();
    }

    /** What an erasure is logged by, and the code that its citizen may be told. */
    public record Fresh(String hash, Optional<ErasureCode> code) {}

    /** A new code; none where the town keeps no log. */
    public Optional<Fresh> next(SecureRandom random) {
        return isLogged ? Optional.of(fresh(ErasureCode.next(random), random)) : Optional.empty();
    }

    /** Erasing waits for nothing: while the stack's secret cannot be had, the line comes under a code that nobody has. */
    private Fresh fresh(ErasureCode code, SecureRandom random) {
        try {
            return new Fresh(new Pseudonyms(key()).erasureCode(code.letters()), Optional.of(code));
        } catch (SdkException e) {
            Log.event(LogEvent.CODE_NOT_TOLD, LogField.cause(e));
            return new Fresh(RandomId.next(random).value(), Optional.empty());
        }
    }

    private byte[] key() {
        return Pseudonyms.current(secrets).keyFor(PURPOSE).bytes();
    }

    /** Its citizen is about to be told {@code code}, a keyed hash: a line must come. To the hour, as all of the log is. */
    public void promise(String code) {
        if (!published) {
            Map<String, AttributeValue> item = new HashMap<>(ItemKey.logKey().attributes());
            item.put(KEY, Attributes.of(key()));
            table.put(item);
            published = true;
        }
        table.update(promised(code));
    }

    public Update promised(String code) {
        return new Update(
                ItemKey.code(code),
                "SET #list = :promised, #at = :hour",
                "attribute_not_exists(#line)",
                Map.of("#list", "list", "#at", SINCE, "#line", LINE),
                Map.of(":promised", Attributes.of(PROMISED), ":hour", Attributes.millis(hour(clock.instant()))));
    }

    /** Its line has come, and is the only one; when it goes tells of the hour at which it came, as the line does. */
    public Update kept(String code, long line) {
        return new Update(
                ItemKey.code(code),
                "SET #line = :line, expiresAt = :until REMOVE #list, #at",
                "attribute_not_exists(#line)",
                Map.of("#list", "list", "#at", SINCE, "#line", LINE),
                Map.of(
                        ":line",
                        Attributes.of(line),
                        ":until",
                        Attributes.seconds(hour(clock.instant()).plus(KEPT))));
    }

    public boolean isKept(String code) {
        return find(table, code).filter(item -> line(item).isPresent()).isPresent();
    }

    static Optional<Map<String, AttributeValue>> find(Table table, String code) {
        return table.get(ItemKey.code(code));
    }

    /** The line that the code in {@code item} has come to. */
    static OptionalLong line(Map<String, AttributeValue> item) {
        return Attributes.optionalNumber(item, LINE);
    }

    /** Whether a code was told by {@code then} and its line has not come yet. */
    public boolean isAnyOpenSince(Instant then) {
        return table.get(worklist.listed(PROMISED, then)).stream()
                .anyMatch(item -> line(item).isEmpty());
    }

    public static Instant hour(Instant time) {
        return time.truncatedTo(ChronoUnit.HOURS);
    }
}
