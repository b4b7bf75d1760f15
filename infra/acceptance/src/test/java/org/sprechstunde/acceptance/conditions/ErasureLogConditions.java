package org.sprechstunde.acceptance.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.store.ErasureCodes;
import org.sprechstunde.store.ErasureLog;
import org.sprechstunde.store.ErasureLog.End;
import org.sprechstunde.store.Guesses;
import org.sprechstunde.store.ItemKey;

/** What is written to the log of erasures and beside it. */
final class ErasureLogConditions {
    private static final String LOG = "ERASURE-LOG";

    private ErasureLogConditions() {}

    static List<WriteCase> all() {
        return List.of(
                new WriteCase("a line follows on the last one, and on no other", ErasureLogConditions::follows),
                new WriteCase("a line is never replaced", ErasureLogConditions::linesStay),
                new WriteCase("an erasure has one line", ErasureLogConditions::oneLine),
                new WriteCase("what has its line is not promised any more", ErasureLogConditions::promised),
                new WriteCase("an hour has its bound of wrong codes", ErasureLogConditions::guesses));
    }

    /** Each condition is asked where no other would refuse. */
    private static void follows(ConditionTable table) {
        ErasureLog log = emptied(table);
        End nothing = log.end();
        End one = nothing.followedBy("one");
        End two = one.followedBy("two");
        assertThat(add(table, nothing, one)).isTrue();
        remove(table, one);
        assertThat(add(table, nothing, one)).as("it has begun already").isFalse();
        assertThat(add(table, two, two.followedBy("three")))
                .as("it is not so far yet")
                .isFalse();
        assertThat(add(table, one, two)).isTrue();
        remove(table, two);
        assertThat(add(table, one, two)).as("it has gone on").isFalse();
        assertThat(log.end()).isEqualTo(two);
    }

    private static void linesStay(ConditionTable table) {
        ErasureLog log = emptied(table);
        End nothing = log.end();
        End one = nothing.followedBy("one");
        assertThat(add(table, nothing, one)).isTrue();
        table.table.delete(new ItemKey(LOG, "HEAD"));
        assertThat(add(table, nothing, one)).isFalse();
        assertThat(log.addSealed(nothing, one.sealedOn("2026-11-23"), "text", "signature"))
                .isFalse();
        remove(table, one);
        assertThat(log.addSealed(nothing, one.sealedOn("2026-11-23"), "text", "signature"))
                .isTrue();
        assertThat(log.end().sealed()).isEqualTo("2026-11-23");
    }

    private static void oneLine(ConditionTable table) {
        ErasureLog log = emptied(table);
        ErasureCodes codes = ErasureCodes.of(table.services);
        String code = RandomId.next(table.random).value();
        End one = log.end().followedBy("one");
        assertThat(log.add(log.end(), one, "text", codes.kept(code, 1))).isTrue();
        assertThat(log.add(one, one.followedBy("two"), "text", codes.kept(code, 2)))
                .isFalse();
        assertThat(codes.isKept(code)).isTrue();
    }

    private static void promised(ConditionTable table) {
        ErasureCodes codes = ErasureCodes.of(table.services);
        String code = RandomId.next(table.random).value();
        table.takes(codes.promised(code));
        table.takes(codes.promised(code));
        table.takes(codes.kept(code, 1));
        table.refuses(codes.promised(code));
    }

    private static void guesses(ConditionTable table) {
        Guesses guesses = new Guesses(table.services);
        String hour = "2026-11-23T09:00:00Z";
        table.table.delete(new ItemKey("GUESSES#" + hour, "GUESSES"));
        guesses.giveBack();
        assertThat(guesses.take()).isTrue();
        guesses.giveBack();
        guesses.giveBack();
        for (int wrong = 0; wrong < 60; wrong++) {
            assertThat(guesses.take()).isTrue();
        }
        assertThat(guesses.take()).isFalse();
        guesses.giveBack();
        assertThat(guesses.take()).isTrue();
        assertThat(guesses.take()).isFalse();
    }

    private static boolean add(ConditionTable table, End before, End after) {
        String code = RandomId.next(table.random).value();
        return new ErasureLog(table.services)
                .add(before, after, "text", ErasureCodes.of(table.services).kept(code, after.line()));
    }

    private static ErasureLog emptied(ConditionTable table) {
        table.table.delete(table.table.keys(LOG));
        return new ErasureLog(table.services);
    }

    private static void remove(ConditionTable table, End end) {
        table.table.delete(new ItemKey(LOG, "LINE#%010d".formatted(end.line())));
    }
}
