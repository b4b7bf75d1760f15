package org.sprechstunde.acceptance.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sprechstunde.repository.PinnedTool;
import org.sprechstunde.repository.PinnedTool.Ended;
import org.sprechstunde.repository.Repository;

/** What the handbook tells people to type can be typed. */
final class CommandsTest {
    private static final Pattern OURS = Pattern.compile("(?<![\\w/.-])((?:infra|\\.ci)/[\\w/-]+)(?![\\w/.*-])");
    private static final Set<String> TOOLS = Set.of("aws", "sam", "git", "mvn", "pip", "python3");
    /** What a build writes is not there before it. */
    private static final String BUILT = "/target/";
    /** High-level commands that the CLI cannot check without an account. */
    private static final String UNCHECKED = "aws s3 ";

    @Test
    void everyToolIsKnownOrOurs() {
        List<String> strange = commands()
                .map(command -> command.split(" ", 2)[0])
                .filter(tool -> !TOOLS.contains(tool) && !Files.isExecutable(Repository.file(tool)))
                .toList();

        assertThat(strange).isEmpty();
    }

    @Test
    void everyScriptOrFolderOfOursThatIsNamedExists() {
        List<String> missing = Handbook.pages().stream()
                .flatMap(page -> OURS.matcher(page.text()).results().map(found -> found.group(1)))
                .filter(path -> !path.contains(BUILT) && !Files.exists(Repository.file(path)))
                .toList();

        assertThat(missing).isEmpty();
    }

    static Stream<String> helpful() {
        return Handbook.pages().stream()
                .flatMap(page -> OURS.matcher(page.text()).results().map(found -> found.group(1)))
                .distinct()
                .filter(path -> Files.isRegularFile(Repository.file(path)))
                .filter(path -> Repository.text(path).contains("--help"));
    }

    @ParameterizedTest
    @MethodSource("helpful")
    void everyScriptThatOffersHelpGivesIt(String script) throws Exception {
        Ended ended = run(List.of(Repository.file(script).toString(), "--help"));

        assertThat(ended.status()).as(ended.words()).isZero();
        assertThat(ended.words()).isNotBlank();
    }

    static Stream<String> askedOfAws() {
        return commands()
                .filter(command -> command.startsWith("aws "))
                .filter(command -> !command.startsWith(UNCHECKED));
    }

    /** The CLI checks the name of everything that it is told, and calls nobody. */
    @ParameterizedTest
    @Tag("full")
    @MethodSource("askedOfAws")
    void everyCommandForAwsIsOneThatItsCliTakes(String command) throws Exception {
        List<String> words = new ArrayList<>(List.of(command.replaceAll("<\\w+>", "eu-central-1_placeholder")
                .replaceAll("file://\\S+", "{}")
                .replaceAll(" > \\S+$", "")
                .split(" +")));
        words.addAll(List.of("--generate-cli-skeleton", "input"));

        Ended ended = PinnedTool.AWS.call(words.subList(1, words.size()));

        assertThat(ended.status()).as("%s%n%s", command, ended.words()).isZero();
    }

    /** Whoever has several regions, or none configured, would look into the wrong one at night. */
    @Test
    void everyCommandForAwsNamesItsRegion() {
        assertThat(commands().filter(command -> command.startsWith("aws ") || command.startsWith("sam delete")))
                .isNotEmpty()
                .allMatch(command -> command.contains(" --region "));
    }

    private static Stream<String> commands() {
        return Handbook.pages().stream().flatMap(page -> page.commands().stream());
    }

    private static Ended run(List<String> words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
