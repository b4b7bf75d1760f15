package org.sprechstunde.erasure;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Services;
import org.sprechstunde.platform.SignedCalls;
import org.sprechstunde.platform.SigningKey;
import org.sprechstunde.store.ErasureCodes;
import org.sprechstunde.store.ErasureLog;
import org.sprechstunde.store.ErasureLog.End;

/**
 * Signs the log of erasures once a day, by a key that never leaves KMS: a line as the others, and with it all before it. A day
 * without an erasure is signed too, so that none can be left out.
 */
public final class DailySeal {
    private final ErasureLog erasureLog;
    private final ErasureCodes erasureCodes;
    private final Optional<SigningKey> signingKey;
    private final Clock clock;

    public DailySeal(Services services) {
        Platform platform = services.platform();
        this.erasureLog = new ErasureLog(services);
        this.erasureCodes = ErasureCodes.of(services);
        this.signingKey =
                platform.settings().erasureLogKey().map(arn -> new SigningKey(new SignedCalls(platform), arn));
        this.clock = platform.clock();
    }

    /** Signs, where the town keeps a log, unless that was done today. */
    public void seal() {
        signingKey.ifPresent(key -> {
            Instant now = clock.instant();
            End end = erasureLog.end();
            if (!end.sealed().equals(LogLine.day(now))) {
                seal(key, end, now);
            }
        });
    }

    /** If a line comes meanwhile, nothing is signed, and the next hour does it. */
    private void seal(SigningKey key, End end, Instant now) {
        boolean overdue = erasureCodes.isAnyOpenSince(now.minus(ErasureCodes.OVERDUE));
        LogLine line = LogLine.sealing(end, now, overdue);
        byte[] signature = key.sign(line.text().getBytes(StandardCharsets.UTF_8));
        erasureLog.addSealed(
                end,
                line.end().sealedOn(LogLine.day(now)),
                line.text(),
                Base64.getEncoder().encodeToString(signature));
    }
}
