package org.sprechstunde.acceptance.handbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sprechstunde.repository.PinnedTool;
import org.sprechstunde.repository.Repository;
import org.sprechstunde.repository.Yaml;

/** An admin is asked little, in words, at a terminal; and SAM takes the answers from a file that git does not know. */
@Order(2)
@EnabledOnOs(value = OS.LINUX, disabledReason = "uses Linux's script")
final class SetupTest {
    private static final int AT_MOST = 10;
    private static final Pattern QUESTION = Pattern.compile("(?m)^(\\d+)\\. (.+?)\\r?$");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void atMostTenQuestionsEachInASentence() throws Exception {
        Dialogue dialogue = answered(
                "Neustadt", "BY", "woman", "montags", "Mondays", "", "https://n.example/datenschutz", "4711", "", "");

        List<String> questions = QUESTION.matcher(dialogue.said)
                .results()
                .map(question -> question.group(2))
                .toList();
        assertThat(questions).hasSizeLessThanOrEqualTo(AT_MOST).allMatch(question -> question.contains(" "));
        assertThat(dialogue.said).contains("[HE]", "[office]", "infra/setup --all");
        assertThat(dialogue.status).isZero();
        assertThat(town().path("TownName").asText()).isEqualTo("Neustadt");
        assertThat(town().path("FederalState").asText()).isEqualTo("BY");
        assertThat(town().fieldNames())
                .toIterable()
                .isSubsetOf(StackTemplate.deployed().parameters());
    }

    /** What the example towns say of themselves is what a town is asked for. */
    @Test
    void withAllItAsksForWhateverATownSaysOfItself() throws Exception {
        String[] answers = new String[27];
        Arrays.fill(answers, "");
        System.arraycopy(
                new String[] {"Neustadt", "", "", "montags", "Mondays", "", "https://x.example/d", "4711"},
                0,
                answers,
                0,
                8);
        answers[14] = "Am Markt 2, 99999 Neustadt";

        Dialogue dialogue = talk("--all", List.of(answers));

        assertThat(dialogue.status).as(dialogue.said).isZero();
        assertThat(town().path("TownAddress").asText()).isEqualTo("Am Markt 2, 99999 Neustadt");
        List<String> asked = new ArrayList<>();
        town().fieldNames().forEachRemaining(asked::add);
        for (String example : List.of("usual", "other")) {
            assertThat(Yaml.read(Repository.text("infra/towns/" + example + ".yaml"))
                            .fieldNames())
                    .toIterable()
                    .filteredOn(name -> !StackTemplate.deployed().parameters().contains(name))
                    .isNotEmpty()
                    .isSubsetOf(asked);
        }
    }

    @Test
    void whoChangesTheHoursIsAskedForTheEnglishOnesAgain() throws Exception {
        Files.writeString(file(), "TownHallHours: 'montags'\nTownHallHoursEnglish: 'Mondays'\n");

        Dialogue dialogue =
                answered("Neustadt", "", "", "dienstags", "", "Tuesdays", "", "https://x.example/d", "4711", "", "");

        assertThat(dialogue.said).contains("nicht dieselben Stunden");
        assertThat(town().path("TownHallHoursEnglish").asText()).isEqualTo("Tuesdays");
    }

    @Test
    void whatDoesNotFitIsAskedAgainAndWhatIsThereStays() throws Exception {
        Files.writeString(file(), "RetentionMaxDays: '60'\nTownName: 'Bad X''stadt'\n");

        Dialogue dialogue = answered(
                "",
                "Hessen",
                "",
                "",
                "montags",
                "Mondays",
                "immer",
                "",
                "http://x",
                "https://x.example/d",
                "+49 6624",
                "4711",
                "wer",
                "a@b.example",
                "");

        assertThat(dialogue.said).contains("[Bad X'stadt]", "Das passt nicht.");
        assertThat(Files.readString(file())).contains("RetentionMaxDays: '60'", "TownName: 'Bad X''stadt'");
        assertThat(town().path("NotificationEmail").asText()).isEqualTo("a@b.example");
        assertThat(dialogue.status).isZero();
    }

    /** Nor does it ask on where SAM reads what it does not. */
    @Test
    void aLineThatOnlySamWouldReadIsNamedBeforeAnythingIsAsked() throws Exception {
        Files.writeString(file(), "# by hand\n\nTownName: 'Neustadt'\nRetentionMaxDays: 60\n");

        Dialogue dialogue = talk("", List.of());

        assertThat(dialogue.status).isEqualTo(1);
        assertThat(dialogue.said).contains("4:RetentionMaxDays: 60").doesNotContain("1. ");
        assertThat(Files.readString(file())).contains("RetentionMaxDays: 60");
    }

    @Test
    void inEnglishToo() throws Exception {
        Dialogue dialogue = talk(
                "--english", List.of("X", "", "", "montags", "Mondays", "", "https://x.example/d", "4711", "", ""));

        assertThat(dialogue.said).contains("What is the town called?").doesNotContain("Wie heißt");
        assertThat(dialogue.status).isZero();
    }

    /** By SAM's own code, as samconfig.toml tells it where the answers are; what the template does not ask for stays here. */
    @Test
    @Tag("full")
    void samDeploysWhatWasAnswered() throws Exception {
        Files.writeString(file(), "TownAddress: 'Am Markt 2'\n");
        answered(
                "Bad X'stadt: \"Mitte\"",
                "",
                "",
                "montags",
                "Mondays",
                "",
                "https://x.example/d?a=b&c=d",
                "4711",
                "",
                "it@x.example");
        Files.copy(Repository.file("samconfig.toml"), folder.resolve("samconfig.toml"));

        PinnedTool.Ended ended = PinnedTool.SAM_PYTHON.call(
                List.of(
                        Repository.file("infra/acceptance/src/test/resources/handbook/answers.py")
                                .toString(),
                        Repository.file("template.yaml").toString()),
                folder);

        assertThat(ended.status()).as(ended.words()).isZero();
        var taken = Yaml.read(ended.words());
        assertThat(taken.path("TownName").asText()).isEqualTo("Bad X'stadt: \"Mitte\"");
        assertThat(taken.path("PrivacyNoticeUrl").asText()).isEqualTo("https://x.example/d?a=b&c=d");
        assertThat(taken.path("NotificationEmail").asText("?")).isEmpty();
        assertThat(taken.path("AlarmEmail").asText()).isEqualTo("it@x.example");
        assertThat(taken.has("TownAddress")).isFalse();
    }

    /** Or one day `git pull` would meet the answers. */
    @Test
    void gitDoesNotKnowTheAnswers() throws IOException {
        assertThat(Files.readAllLines(Repository.file(".gitignore"))).contains("/town.yaml");
        assertThat(Repository.text("samconfig.toml")).contains("parameter_overrides = \"file://town.yaml\"");
    }

    private record Dialogue(int status, String said) {}

    private JsonNode town() throws IOException {
        return Yaml.read(Files.readString(file()));
    }

    private Path file() {
        return folder.resolve("town.yaml");
    }

    private Dialogue answered(String... answers) throws Exception {
        return talk("", List.of(answers));
    }

    /** Under a terminal; each answer is typed when the one before has been read. */
    private Dialogue talk(String flag, List<String> answers) throws Exception {
        String command = "'%s' --file='%s' %s".formatted(Repository.file("infra/setup"), file(), flag);
        Process process = new ProcessBuilder("script", "--quiet", "--return", "--command", command, "/dev/null")
                .redirectErrorStream(true)
                .start();
        var said = new StringBuilder();
        Thread listener = Thread.ofVirtual().start(() -> listen(process, said));
        List<String> left = new ArrayList<>(answers);
        int heard = 0;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            int prompts = said(said).split("\\[.*] ", -1).length - 1;
            if (prompts > heard && !left.isEmpty()) {
                heard = prompts;
                process.getOutputStream().write((left.removeFirst() + "\n").getBytes(UTF_8));
                process.getOutputStream().flush();
            }
            Thread.sleep(10);
        }
        process.destroy();
        listener.join();
        assertThat(left).as(said(said)).isEmpty();
        return new Dialogue(process.waitFor(), said(said));
    }

    private static String said(StringBuilder said) {
        synchronized (said) {
            return said.toString();
        }
    }

    private static void listen(Process process, StringBuilder said) {
        byte[] buffer = new byte[4096];
        try (var in = process.getInputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                synchronized (said) {
                    said.append(new String(buffer, 0, n, UTF_8));
                }
            }
        } catch (IOException _) {
            // The terminal is gone with the process.
        }
    }
}
