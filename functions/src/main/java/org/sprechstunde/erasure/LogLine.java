package org.sprechstunde.erasure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import org.sprechstunde.enquiry.BestEffort;
import org.sprechstunde.enquiry.ErasureRecord;
import org.sprechstunde.enquiry.ErasureRecord.Farewell;
import org.sprechstunde.enquiry.ErasureRecord.Logged;
import org.sprechstunde.platform.Json;
import org.sprechstunde.store.ErasureCodes;
import org.sprechstunde.store.ErasureLog.End;

/**
 * A line of the log of erasures: JSON in one line, exactly these bytes, in which the hash of the line before stands. Times
 * are hours; who, what and how much are not in it.
 */
record LogLine(End before, String text) {

    /** Of an erasure whose second look, at {@code checked}, has found nothing. */
    static LogLine of(End before, ErasureRecord erasure, Logged logged, Instant checked) {
        return line(
                before,
                json(before)
                        .put("cause", logged.cause().word())
                        .put("unreadable", hour(erasure.unreadableSince()))
                        .put("erased", hour(erasure.erasedAt().orElse(checked)))
                        .put("checked", hour(checked))
                        .put("whatsapp", whatsApp(erasure.farewell()))
                        .put("code", logged.code()));
    }

    /** Of a day's signature; {@code overdue} if a line is missing that should have come. */
    static LogLine sealing(End before, Instant now, boolean overdue) {
        return line(before, json(before).put("sealed", hour(now)).put("overdue", overdue ? "some" : "none"));
    }

    private static LogLine line(End before, ObjectNode json) {
        return new LogLine(before, json.toString());
    }

    private static ObjectNode json(End before) {
        return Json.object().put("line", before.line() + 1).put("before", before.hash());
    }

    /** Where the log ends with this line. */
    End end() {
        return before.followedBy(hash(text));
    }

    static String day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
    }

    private static String hour(Instant time) {
        return ErasureCodes.hour(time).toString();
    }

    /** Files and contact book as one, so that no line says whether there were files. */
    private static String whatsApp(Farewell answers) {
        Set<BestEffort> both = EnumSet.of(answers.contactBook(), answers.media());
        if (both.contains(BestEffort.FAILED) || both.contains(BestEffort.UNKNOWN)) {
            return "unconfirmed";
        }
        return both.contains(BestEffort.DONE) ? "confirmed" : "nothing";
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
