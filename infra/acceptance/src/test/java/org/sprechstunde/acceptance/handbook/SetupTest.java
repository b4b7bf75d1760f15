package org.sprechstunde.acceptance.handbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sprechstunde.acceptance.repository.PinnedTool;
import org.sprechstunde.acceptance.repository.Repository;
import org.sprechstunde.acceptance.repository.Yaml;

/** An admin is asked little, in words, at a terminal; and SAM takes the answers from a file that git does not know. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "uses Linux's script")
final class SetupTest {
    private static final int AT_MOST = 8;
    private static final Pattern QUESTION = Pattern.compile("(?m)^(\\d+)\\. (.+?)\\r?$");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void atMostEightQuestionsEachWithASentenceAndADefault() throws Exception {
        Dialogue dialogue = answered("Neustadt", "", "", "", "https://neustadt.example/datenschutz", "4711", "", "");

        List<String> questions = QUESTION.matcher(dialogue.said)
                .results()
                .map(question -> question.group(2))
                .toList();
        assertThat(questions).hasSizeLessThanOrEqualTo(AT_MOST).allMatch(question -> question.contains(" "));
        assertThat(dialogue.said).contains("[Heringen (Werra)]", "[Tuesdays from 2 to 4 pm]");
        assertThat(dialogue.status).isZero();
        assertThat(Yaml.read(Files.readString(file())).path("TownName").asText())
                .isEqualTo("Neustadt");
        assertThat(Yaml.read(Files.readString(file())).fieldNames())
                .toIterable()
                .isSubsetOf(StackTemplate.deployed().parameters());
    }

    @Test
    void whatDoesNotFitIsAskedAgainAndWhatIsThereStays() throws Exception {
        Files.writeString(file(), "RetentionMaxDays: '60'\nTownName: 'Bad X''stadt'\n");

        Dialogue dialogue = answered(
                "",
                "montags",
                "Tuesdays from 2 to 4 pm",
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

        assertThat(dialogue.said).contains("[Bad X'stadt]", "Das passt nicht.", "nicht dieselben Stunden");
        assertThat(Files.readString(file())).contains("RetentionMaxDays: '60'", "TownName: 'Bad X''stadt'");
        assertThat(Yaml.read(Files.readString(file())).path("NotificationEmail").asText())
                .isEqualTo("a@b.example");
        assertThat(dialogue.status).isZero();
    }

    @Test
    void inEnglishToo() throws Exception {
        Dialogue dialogue = talk("--english", List.of("", "", "", "", "https://x.example/d", "4711", "", ""));

        assertThat(dialogue.said).contains("What is the town called?").doesNotContain("Wie heißt");
        assertThat(dialogue.status).isZero();
    }

    /** By SAM's own code, as samconfig.toml tells it where the answers are. */
    @Test
    void samDeploysWhatWasAnswered() throws Exception {
        answered("Bad X'stadt: \"Mitte\"", "", "", "", "https://x.example/d?a=b&c=d", "4711", "", "it@x.example");
        Files.copy(Repository.file("samconfig.toml"), folder.resolve("samconfig.toml"));

        PinnedTool.Ended ended = PinnedTool.SAM_PYTHON.call(
                List.of(Repository.file("infra/acceptance/src/test/resources/handbook/answers.py")
                        .toString()),
                folder);

        assertThat(ended.status()).as(ended.words()).isZero();
        var taken = Yaml.read(ended.words());
        assertThat(taken.path("TownName").asText()).isEqualTo("Bad X'stadt: \"Mitte\"");
        assertThat(taken.path("PrivacyNoticeUrl").asText()).isEqualTo("https://x.example/d?a=b&c=d");
        assertThat(taken.path("NotificationEmail").asText("?")).isEmpty();
        assertThat(taken.path("AlarmEmail").asText()).isEqualTo("it@x.example");
    }

    /** Or one day `git pull` would meet the answers. */
    @Test
    void gitDoesNotKnowTheAnswers() throws IOException {
        assertThat(Files.readAllLines(Repository.file(".gitignore"))).contains("/town.yaml");
        assertThat(Repository.text("samconfig.toml")).contains("parameter_overrides = \"file://town.yaml\"");
    }

    private record Dialogue(int status, String said) {}

    private Path file() {
        return folder.resolve("town.yaml");
    }

    private Dialogue answered(String... answers) throws Exception {
        return talk("", List.of(answers));
    }

    /** Under a terminal; each answer is typed when the one before has been read. */
    private Dialogue talk(String flag, List<String> answers) throws Exception {
        String command = Repository.file("infra/setup") + " --file=" + file() + " " + flag;
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
