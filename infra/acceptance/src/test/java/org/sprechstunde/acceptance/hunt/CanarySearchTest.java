package org.sprechstunde.acceptance.hunt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sprechstunde.acceptance.hunt.CanarySearch.Finding;
import org.sprechstunde.acceptance.hunt.Place.Chunk;
import org.sprechstunde.emulator.chat.WamidFactory;

/** The searcher finds what is there, wherever inside longer bytes it begins, and nothing else. */
final class CanarySearchTest {
    private static final String WORDS = "Quxübelkrawft Wombälzigtor";
    private static final Canary CANARY = Canary.text("words", WORDS);
    private static final String PHONE = "491713920099123";

    private final CanarySearch search = new CanarySearch(List.of(CANARY, Canary.phone("phone", PHONE)));

    @ParameterizedTest
    @EnumSource
    void everyFormIsFoundWhereverItBegins(Encoding form) {
        for (int before = 0; before < 6; before++) {
            byte[] leak = Leak.of(form, "x".repeat(before) + WORDS + ", so heißt es", WORDS);

            assertThat(findings(leak))
                    .extracting(Finding::canary, Finding::form)
                    .contains(pair("words", form));
        }
    }

    @Test
    void halfANameIsFoundToo() {
        assertThat(findings("ein Wombälzigtor".getBytes(UTF_8)))
                .extracting(Finding::form)
                .contains(Encoding.AS_IS);
    }

    @Test
    void aNumberIsFoundWithoutItsCountryCode() {
        assertThat(findings(("0" + PHONE.substring(2)).getBytes(UTF_8)))
                .extracting(Finding::canary)
                .contains("phone");
    }

    @Test
    void aNumberIsFoundInsideAMessageIdWhateverItIsPackedInto() throws IOException {
        String wamid = WamidFactory.random(PHONE, true).text();
        byte[] twice = Base64.getEncoder().encode(Map.of("id", wamid).toString().getBytes(UTF_8));

        assertThat(findings(wamid.getBytes(UTF_8))).extracting(Finding::canary).contains("phone");
        assertThat(findings(twice)).extracting(Finding::canary).contains("phone");
        assertThat(findings(gzip(wamid))).extracting(Finding::canary).contains("phone");
    }

    @Test
    void whatIsPackedIsUnpackedEvenIfItsEndIsMissing() throws IOException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(deflated)) {
            out.write(WORDS.getBytes(UTF_8));
        }
        byte[] whole = gzip("a".repeat(100_000) + WORDS + "b".repeat(100_000));
        byte[] cut = Arrays.copyOf(whole, whole.length - 10);

        assertThat(findings(deflated.toByteArray())).isNotEmpty();
        assertThat(findings(cut)).isNotEmpty();
    }

    @Test
    void nothingIsFoundInNoise() {
        List<Chunk> noise = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            byte[] bytes = new byte[500_000];
            new Random(i).nextBytes(bytes);
            noise.add(new Chunk("noise", bytes));
        }

        var report = search.in(List.of(new Place("noise", noise::stream)));

        assertThat(report.findings()).isEmpty();
        assertThat(report.searched().getFirst().bytes()).isEqualTo(10_000_000);
    }

    @Test
    void aReportDoesNotRepeatWhatLeaked() {
        var report = search.in(List.of(new Place(
                "files",
                () -> List.of(new Chunk("/tmp/" + PHONE, new byte[0]), Chunk.of("/tmp/" + PHONE, PHONE)).stream())));

        assertThat(report.findings()).isNotEmpty();
        assertThat(report.toString()).doesNotContain(PHONE.substring(2));
    }

    private List<Finding> findings(byte[] bytes) {
        return search.in(List.of(new Place("place", () -> List.of(new Chunk("here", bytes)).stream())))
                .findings();
    }

    private static Tuple pair(String canary, Encoding form) {
        return tuple(canary, form);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }
}
