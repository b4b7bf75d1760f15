package org.sprechstunde.acceptance.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sprechstunde.repository.PinnedTool;
import org.sprechstunde.repository.Repository;

/** What the council reads of the log of erasures: once exact counts that the page hides for the sake of the few. */
final class CouncilYearTest {
    private final ObjectNode log = JsonNodeFactory.instance.objectNode();
    private final ArrayNode lines = log.putArray("Items");

    @TempDir
    private Path folder;

    @BeforeEach
    void aYear() {
        erased("2026-01-15", 9, 6, 5);
        erased("2026-02-15", 20, 3, 2);
        erased("2026-03-15", 20, 3, 1);
        erased("2026-04-15", 20, 0, 6);
        erased("2026-05-15", 2, 1, 1);
    }

    @Test
    void noNumberUnderFiveIsInItAndNoneFromWhichOneFollows() throws Exception {
        assertThat(printed("2026-12-01"))
                .contains("| 2026-01 | 9 | 6 | 5 |")
                .contains("| 2026-02 | 20 | – | – |")
                .contains("| 2026-03 | – | – | – |")
                .contains("| 2026-04 | 20 | – | – |")
                .contains("| 2026-05 | – | – | – |")
                .doesNotContain("zusammen");
    }

    /** Two tables of different weeks, subtracted from each other, would tell of single days. */
    @Test
    void itsMonthsAreThoseOfThePage() throws Exception {
        erased("2026-06-30", 7, 7, 7);
        erased("2026-07-30", 8, 8, 8);

        assertThat(printed("2026-08-03")).contains("| 2026-01 |").doesNotContain("2026-06", "2026-07");
        assertThat(printed("2026-08-04")).contains("| 2026-07 | 15 | 15 | 15 |");
    }

    private void erased(String day, int mayor, int citizen, int expiry) {
        lines(day, "mayor", mayor);
        lines(day, "citizen", citizen);
        lines(day, "expiry", expiry);
    }

    private void lines(String day, String cause, int count) {
        for (int each = 0; each < count; each++) {
            int number = lines.size() + 1;
            ObjectNode line = JsonNodeFactory.instance
                    .objectNode()
                    .put("line", number)
                    .put("before", "")
                    .put("cause", cause)
                    .put("erased", day + "T08:00Z")
                    .put("checked", day + "T09:00Z");
            ObjectNode item = lines.addObject();
            item.putObject("sk").put("S", String.format("LINE#%09d", number));
            item.putObject("text").put("S", line.toString());
        }
    }

    private String printed(String today) throws Exception {
        Path file = Files.writeString(folder.resolve("protokoll.json"), log.toString());
        Path key = Files.writeString(folder.resolve("schluessel.json"), "{\"PublicKey\": \"\"}");
        return PinnedTool.PAPERS_PYTHON
                .call(List.of(
                        Repository.file("infra/handbook/datenschutz/loeschprotokoll.py")
                                .toString(),
                        file.toString(),
                        key.toString(),
                        "2026",
                        today))
                .words();
    }
}
