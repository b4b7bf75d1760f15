package org.sprechstunde.acceptance.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.repository.PinnedTool;
import org.sprechstunde.repository.PinnedTool.Ended;
import org.sprechstunde.repository.Repository;

/** In a real repository of git's, with a build that takes no time: what is made, and all that is refused. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "infra/release runs where CI does")
final class ReleaseTest {
    private static final String VERSION = "1.2.3";
    private static final String JAR = "the jar that passed\n";

    /** What stands for Maven here: it makes what the real one leaves behind. */
    private static final String BUILD = """
        #!/bin/sh
        mkdir -p functions/target infra/package/target/lib
        cat source.txt >infra/package/target/functions.jar
        echo library >infra/package/target/lib/libaws-crt-jni.so
        echo '{"bomFormat":"CycloneDX"}' >functions/target/functions.cdx.json
        echo '{"bomFormat":"CycloneDX"}' >functions/target/page.cdx.json
        """;

    @TempDir
    private Path folder;

    private Path repository;

    @BeforeEach
    void begin() throws Exception {
        repository = Files.createDirectories(folder.resolve("repository"));
        Path program = Files.createDirectories(folder.resolve("bin")).resolve("mvn");
        Files.writeString(program, BUILD);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(repository.resolve("infra"));
        Files.copy(Repository.file("infra/release"), repository.resolve("infra/release"));
        write("source.txt", JAR);
        write(".gitignore", "target/\n");
        write("pom.xml", "<project>\n  <version>" + VERSION + "</version>\n</project>\n");
        publish("https://code.gemeinde.de/sprechstunde");
        changes("## 1.2.3, 2026-12-01");
        git("init", "-q", "-b", "main");
        commit();
        prove("PASSED", "");
    }

    @Test
    void whatIsProvenIsMadeWithSumsBillsAndNotes() throws Exception {
        Ended ended = release(VERSION);

        assertThat(ended.status()).as(ended.words()).isZero();
        Path made = repository.resolve("target/release/1.2.3");
        try (var files = Files.list(made)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "NOTES.md",
                            "SHA256SUMS",
                            "libaws-crt-jni.so",
                            "sprechstunde-1.2.3.jar",
                            "sprechstunde-1.2.3-jar.cdx.json",
                            "sprechstunde-1.2.3-page.cdx.json",
                            "sprechstunde-1.2.3-sources.tar.gz");
        }
        assertThat(made.resolve("sprechstunde-1.2.3.jar")).hasContent(JAR);
        assertThat(Files.readString(made.resolve("NOTES.md")))
                .startsWith("# Sprechstunde 1.2.3")
                .contains("- something new", head())
                .doesNotContain("- something old");
        Ended sums = PinnedTool.run(
                new ProcessBuilder("sha256sum", "--check", "--strict", "SHA256SUMS").directory(made.toFile()));
        assertThat(sums.status()).as(sums.words()).isZero();
        assertThat(sums.words().lines()).hasSize(6);
        assertThat(git("tag").words()).isEmpty();
    }

    /** The lines of .ci/run themselves: what it writes is what is read. */
    @Test
    void theProofIsWhatCiLeaves() throws Exception {
        write("target/proof/" + head(), "");
        write("infra/package/target/functions.jar", JAR);
        String lines = Pattern.compile("(?ms)^(sum|prove|leave_out)\\(\\) \\{.*?\\}$")
                .matcher(Repository.text(".ci/run"))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining("\n"));

        Ended proven = run("bash", "-euc", lines + "\nleft_out=''; commit=$(git rev-parse HEAD); prove");

        assertThat(proven.status()).as(proven.words()).isZero();
        assertThat(release(VERSION).status()).isZero();

        Ended without = run(
                "bash",
                "-euc",
                lines + "\nleft_out=''; leave_out LocalStack; leave_out QEMU; commit=$(git rev-parse HEAD); prove");
        assertThat(without.status()).as(without.words()).isZero();
        assertRefused("left out: LocalStack; QEMU");
    }

    @Test
    void whatIsNotCommittedIsRefused() throws Exception {
        write("source.txt", "another");

        assertRefused("not everything is committed");
    }

    @Test
    void aFileThatGitDoesNotKnowIsRefused() throws Exception {
        write("more.txt", "x");

        assertRefused("not everything is committed");
    }

    @Test
    void aCommitThatNobodyHasTestedIsRefused() throws Exception {
        write("more.txt", "x");
        commit();

        assertRefused("no whole run of " + head() + " is known");
    }

    @Test
    void theProofOfAnotherCommitIsRefused() throws Exception {
        Path proof = repository.resolve("target/proof/" + head());
        Files.writeString(proof, Files.readString(proof).replace(head(), "0".repeat(40)));

        assertRefused("another commit's");
    }

    @Test
    void aRedRunIsRefused() throws Exception {
        prove("FAILED", "");

        assertRefused("did not pass");
    }

    @Test
    void aRunThatLeftSomethingOutIsRefused() throws Exception {
        prove("PASSED", "LocalStack");

        assertRefused("left out: LocalStack");
    }

    @Test
    void aJarThatNobodyHasTestedIsRefused() throws Exception {
        write("source.txt", "another");
        commit();
        write("target/functions.jar", JAR);
        prove("PASSED", "");

        assertRefused("another jar than the one that passed");
    }

    @Test
    void aVersionWithoutItsDayIsRefused() throws Exception {
        changes("## 1.2.3, not released yet");
        commit();
        prove("PASSED", "");

        assertRefused("does not say when");
    }

    @Test
    void aVersionThatTheChangesDoNotNameIsRefused() throws Exception {
        changes("## 1.2.2, 2026-12-01");
        commit();
        prove("PASSED", "");

        assertRefused("has no entry");
    }

    @Test
    void anotherVersionThanTheBuildsIsRefused() throws Exception {
        Ended ended = release("1.2.4");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.words()).contains("pom.xml has another version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://code.example.org/sprechstunde",
                "'https://example.com'",
                "https://gemeinde.example:8443/x"
            })
    void anAddressOfNobodyIsRefused(String url) throws Exception {
        publish(url);
        commit();
        prove("PASSED", "");

        assertRefused("or an example's");
    }

    @Test
    void aVersionThatIsTaggedIsRefused() throws Exception {
        git("tag", "v1.2.3");

        assertRefused("tagged already");
    }

    @Test
    void whatIsNoVersionIsMisuse() throws Exception {
        assertThat(release("1.2").status()).isEqualTo(2);
        assertThat(release("--help").status()).isZero();
    }

    private void assertRefused(String why) throws Exception {
        Ended ended = release(VERSION);

        assertThat(ended.status()).as(ended.words()).isEqualTo(1);
        assertThat(ended.words()).contains("Refused: ", why).doesNotContain("Made in");
    }

    /** As .ci/run leaves it. */
    private void prove(String result, String leftOut) throws Exception {
        write("target/functions.jar", JAR);
        String sum = PinnedTool.run(new ProcessBuilder(
                        "sha256sum", repository.resolve("target/functions.jar").toString()))
                .words()
                .split(" ", 2)[0];
        String proof = "commit=%s\nresult=%s\nleft_out=%s\njar=%s\n".formatted(head(), result, leftOut, sum);
        write("target/proof/" + head(), proof);
    }

    private void publish(String url) throws IOException {
        write("publiccode.yml", "url: %s\nsoftwareVersion: %s\n".formatted(url, VERSION));
    }

    private void changes(String entry) throws IOException {
        write(
                "CHANGELOG.md",
                "# Changes\n\n" + entry + "\n\n- something new\n\n## 1.2.1, 2026-11-01\n\n- something old\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = repository.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private String head() throws Exception {
        return git("rev-parse", "HEAD").words().strip();
    }

    private void commit() throws Exception {
        git("add", "-A");
        git("-c", "user.name=Tester", "-c", "user.email=tester@example.org", "commit", "-q", "-m", "A commit");
    }

    private Ended git(String... words) throws Exception {
        Ended ended = run("git", words);
        assertThat(ended.status()).as(ended.words()).isZero();
        return ended;
    }

    private Ended release(String... words) throws Exception {
        return run(repository.resolve("infra/release").toString(), words);
    }

    /** Without what this computer's user has told git. */
    private Ended run(String program, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).directory(repository.toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        process.environment().put("HOME", folder.toString());
        process.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        process.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        return PinnedTool.run(process);
    }
}
