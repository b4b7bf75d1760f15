package org.sprechstunde.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code infra/run} on a machine that lacks something: one clear line each, and nothing is started. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "infra/run is a shell script")
class RunTest {
    private static final String SYSTEM_FOLDERS = "/usr/lib/jvm/* /usr/java/* /opt/* /opt/*/*";
    private static final String APPLE_FOLDER = "/Library/Java/JavaVirtualMachines/*/Contents/Home";

    @TempDir
    private Path folder;

    private Path tools;
    private Path script;

    /** A copy in an empty checkout that looks for a JDK only where the test says, with few tools on its PATH. */
    @BeforeEach
    void copy() throws IOException {
        Path originals = Options.of(Map.of()).home().resolve("infra");
        Path copies = Files.createDirectories(folder.resolve("checkout/infra"));
        script = copies.resolve("run");
        Files.copy(originals.resolve("run"), script);
        String finder = Files.readString(originals.resolve("jdk"));
        assertThat(finder).contains(SYSTEM_FOLDERS, APPLE_FOLDER);
        executable(
                copies.resolve("jdk"),
                "#!" + found("bash") + "\n" + finder.replace(SYSTEM_FOLDERS, "").replace(APPLE_FOLDER, ""));
        tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("dirname", "sed", "cat", "mkdir", "tee", "grep", "head", "rm")) {
            tool(tools.resolve(tool), "exec " + found(tool) + " \"$@\"");
        }
    }

    @Test
    void helpNamesEveryOptionAndPort() throws Exception {
        Said said = run("", "--help");

        assertThat(said.status()).isZero();
        assertThat(said.output()).contains("--demo", "--logs", "--engine=", "--no-build");
        for (Part part : Part.values()) {
            assertThat(said.output()).contains(part.portVariable());
        }
        assertThat(said.errors()).isEmpty();
    }

    @Test
    void anUnknownOptionIsMisuse() throws Exception {
        Said said = run("", "--dmeo");

        assertThat(said.status()).isEqualTo(2);
        assertThat(said.errors()).containsExactly("Unknown option --dmeo: infra/run --help names all of them.");
        assertThat(said.output()).isEmpty();
    }

    @Test
    void withoutJdkItSaysSo() throws Exception {
        refuses(run(""), "JDK 25 is missing");
    }

    @Test
    void anOlderJdkIsNone() throws Exception {
        Path old = folder.resolve("jdk-21");
        Files.createDirectories(old.resolve("bin"));
        tool(old.resolve("bin/javac"), "exit 0");
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"21.0.4\"\n");

        refuses(run(old.toString()), "JDK 25 is missing");
    }

    @Test
    void withoutMavenItSaysSo() throws Exception {
        refuses(run(thisJdk()), "Maven is missing");
    }

    @Test
    void withoutNodeItSaysSo() throws Exception {
        tool(tools.resolve("mvn"), "exit 0");

        refuses(run(thisJdk()), "Node 20.19 or newer is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"18.20", "20.18"})
    void anOldNodeIsTooOld(String version) throws Exception {
        tool(tools.resolve("mvn"), "exit 0");
        tool(tools.resolve("node"), "echo v" + version + ".4");
        tool(tools.resolve("npm"), "exit 0");

        refuses(run(thisJdk()), "Node " + version + " is too old");
    }

    @Test
    void aFailedBuildShowsItsErrorsAndWhereTheRestIs() throws Exception {
        tool(tools.resolve("mvn"), "echo '[INFO] chatter'; echo '[ERROR] no such symbol'; exit 1");
        tool(tools.resolve("node"), "echo v22.1.0");
        tool(tools.resolve("npm"), "exit 0");

        Said said = run(thisJdk());

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.errors()).hasSize(2);
        assertThat(said.errors().getFirst()).isEqualTo("[ERROR] no such symbol");
        assertThat(said.errors().getLast()).startsWith("The build failed").contains("target/run/build.log");
    }

    @Test
    void whatWasNeverBuiltCannotBeStarted() throws Exception {
        refuses(run(thisJdk(), "--no-build"), "Nothing is built yet");
    }

    private static void refuses(Said said, String why) {
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.errors()).singleElement().asString().startsWith(why).contains(": ");
        assertThat(said.output()).isEmpty();
    }

    private record Said(int status, String output, List<String> errors) {}

    private Said run(String javaHome, String... flags) throws Exception {
        List<String> command = new ArrayList<>(List.of(found("bash").toString(), script.toString()));
        command.addAll(List.of(flags));
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        var builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("JAVA_HOME", javaHome);
        builder.environment().put("HOME", "");
        Process process = builder.start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), Files.readString(output), Files.readAllLines(errors));
    }

    private static void tool(Path file, String body) throws IOException {
        executable(file, "#!/bin/sh\n" + body + "\n");
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static Path found(String tool) {
        return Stream.of("/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/bin")
                .map(place -> Path.of(place, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static String thisJdk() {
        return System.getProperty("java.home");
    }
}
