package org.sprechstunde.acceptance.hunt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.sprechstunde.acceptance.hunt.CanarySearch.Report;
import org.sprechstunde.emulator.chat.Citizen;

/**
 * Citizens, the mayor and strangers bring the whole town to do everything that it can, errors and retries included;
 * then all of it is searched: while the enquiries are open, and again when they are resolved.
 */
@Order(6)
@DisabledIf(value = "org.sprechstunde.acceptance.browser.Chromium#isMissing", disabledReason = "there is no Chromium")
final class HuntTest {
    private static final String COLLEAGUE = "a colleague's name";

    private final Canaries made = new Canaries();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final MayorsBrowser.Trail trail = MayorsBrowser.Trail.none();
    private final Instant since = Instant.now().minusSeconds(1);
    private final PrintStream before = System.err;
    private final HuntTown town = HuntTown.start();
    private final TappedMayor mayor =
            new TappedMayor(town.front().uri(), town.town().token());
    private final Story story = new Story(town, mayor, made);
    private final Trouble trouble = new Trouble(town, mayor, made, story);

    @TempDir
    private Path profile;

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(errors, true, UTF_8));
    }

    @AfterEach
    void stop() {
        System.setErr(before);
        mayor.close();
        town.close();
    }

    @Test
    void nothingIsFoundOutsideSealedBlobsAndNothingAtAllAfterwards() throws IOException {
        Citizen anna = story.withPhone("Anna");
        Citizen bernd = story.withUsername("Bernd");
        Citizen clara = story.withPhone("Clara");
        Citizen dora = story.withPhone("Dora");
        String annas = story.writesEverything(anna);
        mayor.worksWithColleagues(annas, made.text(COLLEAGUE), made.text("note"));
        String bernds = trouble.writesOnABadDay(bernd);
        trouble.writesOnABadDay(clara);
        story.changesItsMind(clara);
        trouble.answers(bernd, bernds);
        everybodyElse();
        readsAndAnswers(anna);
        story.everythingComesAgain();

        Report open = new CanarySearch(made.all()).in(evidence().places());

        assertThat(open.findings()).isEmpty();
        assertThat(town.town().mails()).as("what the mayor is told by mail").isNotEmpty();
        assertThat(trail.encodings()).as("what cannot be unpacked is not sent").isSubsetOf("none", "gzip", "deflate");

        story.goes(dora);
        resolves(anna);
        trouble.resolves(bernds);
        story.everythingComesAgain();
        waitsUntilAllIsForgotten();
        List.of(anna, bernd, clara, dora).forEach(story::asksWhetherAllIsErased);
        assertThat(made.all())
                .as("codes that citizens were told")
                .anyMatch(canary -> canary.kind().equals("code"));

        Report gone = new CanarySearch(made.all()).in(evidence().places());

        assertThat(gone.findings())
                .filteredOn(finding -> !isToldToColleagues(finding))
                .isEmpty();
        assertThat(nothingIsLeftButMarks()).as("items").isTrue();
        assertThat(objects()).isZero();
        assertThat(annas).isNotEqualTo(bernds);
        HuntFigures.write(open, gone);
    }

    /** The name of somebody who has logged in is told to whoever logs in, for 90 days; it is nobody's of a citizen's. */
    private static boolean isToldToColleagues(CanarySearch.Finding finding) {
        return finding.canary().equals(COLLEAGUE) && finding.place().equals("functions' answers: bodies");
    }

    private void everybodyElse() {
        var strangers = new Strangers(made, mayor, town.town().webhook().getPath());
        strangers.callTheApi();
        strangers.callTheGuessableWebhook();
        strangers.callTheWebhook();
    }

    private void readsAndAnswers(Citizen citizen) {
        try (var browser = new MayorsBrowser(profile, trail)) {
            browser.logIn(town.town().page().toString());
            browser.open(citizen.name());
            browser.answer(made.text("answer in the browser"));
            browser.isLockedWhileWriting(citizen.name(), made.text("answer that was begun"));
        }
    }

    private void resolves(Citizen citizen) {
        try (var browser = new MayorsBrowser(profile, trail)) {
            browser.logIn(town.town().page().toString());
            browser.open(citizen.name());
            browser.resolve();
        }
    }

    /** The others expire by themselves; the forget tasks' second passes and the marks' ten days go by. */
    private void waitsUntilAllIsForgotten() {
        town.town().advance(Duration.ofDays(31));
        town.sweep();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            town.town().advance(Duration.ofMinutes(21));
            town.sweep();
            town.sweepForLeftovers();
            return nothingIsLeftButMarks();
        });
    }

    private Evidence evidence() {
        return new Evidence(town, mayor, trail, profile, since, () -> errors);
    }

    /** Of messages that were seen, and of answers to citizens' words; the log of erasures; and what the town knows of itself, of no citizen. */
    private boolean nothingIsLeftButMarks() {
        return town
                .town()
                .stores()
                .table()
                .scanPaginator(scan -> scan.tableName(town.town().table()).consistentRead(true))
                .items()
                .stream()
                .allMatch(item -> "TOWN"
                                .equals(Objects.requireNonNull(item.get("pk")).s())
                        || isOfTheLog(Objects.requireNonNull(item.get("pk")).s())
                        || "SEEN".equals(Objects.requireNonNull(item.get("sk")).s())
                        || item.keySet().equals(Set.of("pk", "sk", "expiresAt", "word", "mark")));
    }

    private static boolean isOfTheLog(String pk) {
        return pk.equals("ERASURE-LOG") || pk.startsWith("ERASURE#") || pk.startsWith("GUESSES#");
    }

    private int objects() {
        return town.town()
                .stores()
                .bucket()
                .listObjectsV2(list -> list.bucket(town.town().bucket()))
                .contents()
                .size();
    }
}
