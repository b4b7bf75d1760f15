package org.sprechstunde.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command from its first line to its last trace. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "infra/run is a shell script and SIGTERM does not exist there")
class MainTest {
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SIGTERM = 128 + 15;

    @TempDir
    private Path folder;

    private Path temporary;

    @BeforeEach
    void makeTemporaryFolder() throws Exception {
        temporary = Files.createDirectory(folder.resolve("temporary"));
    }

    @Test
    void itIsTheTownThatTheAnswersDescribeSaysWhereItIsAndIsGoneFiveSecondsAfterSigterm() throws Exception {
        Path answers = folder.resolve("town.yaml");
        Files.writeString(
                answers, "TownName: 'Bad Neustadt''s'\nWhatsAppPhoneNumberId: '4711'\nRetentionMaxDays: '60'\n");
        try (TownProcess town = TownProcess.start(temporary, Map.of("SPRECHSTUNDE_ANSWERS", answers.toString()))) {
            town.awaitReady();
            List<URI> addresses = town.addresses();
            assertThat(addresses).hasSize(Part.values().length).allMatch(TownProcess::isListening);
            assertThat(get(town.address("Mayor's page").resolve("/")).statusCode())
                    .isEqualTo(200);
            assertThat(get(town.address("Citizen's phone").resolve("/")).statusCode())
                    .isEqualTo(200);
            assertThat(get(town.address("Mayor's page").resolve("/config.json")).body())
                    .contains("\"town\":\"Bad Neustadt's\"");

            town.terminate();

            assertThat(town.exitStatus(FIVE_SECONDS)).isEqualTo(SIGTERM);
            assertThat(addresses).noneMatch(TownProcess::isListening);
            assertThat(temporary).doesNotExist();
            assertThat(town.errors()).isEmpty();
        }
    }

    @Test
    void answersThatCannotBeReadAreOneLine() throws Exception {
        Path answers = Files.writeString(folder.resolve("town.yaml"), "TownName: 'Neustadt\n");

        try (TownProcess town = TownProcess.start(temporary, Map.of("SPRECHSTUNDE_ANSWERS", answers.toString()))) {
            assertThat(town.exitStatus(PATIENCE)).isEqualTo(1);
            assertThat(town.errors())
                    .containsExactly(
                            "What the town has answered cannot be read: mend " + answers + ", or run infra/setup.");
        }
    }

    @Test
    void aSignalWhileItStartsEndsItAsWell() throws Exception {
        try (TownProcess town = TownProcess.start(temporary, Map.of())) {
            while (town.lines().isEmpty()) {
                Thread.sleep(Duration.ofMillis(10));
            }

            town.terminate();

            assertThat(town.exitStatus(FIVE_SECONDS)).isEqualTo(SIGTERM);
            assertThat(town.addresses()).noneMatch(TownProcess::isListening);
            assertThat(temporary).doesNotExist();
        }
    }

    @Test
    void aTakenPortIsOneLineThatSaysWhatToDo() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                TownProcess town = TownProcess.start(
                        temporary, Map.of("SPRECHSTUNDE_S3_PORT", Integer.toString(taken.getLocalPort())))) {

            assertThat(town.exitStatus(PATIENCE)).isEqualTo(1);
            assertThat(town.lines()).isEmpty();
            assertThat(town.errors())
                    .containsExactly("Port " + taken.getLocalPort()
                            + " (S3) is taken: stop what uses it or set SPRECHSTUNDE_S3_PORT.");
            assertThat(temporary).doesNotExist();
        }
    }

    @Test
    void whatIsNoPortIsOneLineToo() throws Exception {
        try (TownProcess town = TownProcess.start(temporary, Map.of("SPRECHSTUNDE_PORT", "web"))) {
            assertThat(town.exitStatus(PATIENCE)).isEqualTo(1);
            assertThat(town.errors()).containsExactly("SPRECHSTUNDE_PORT should be a port number, but is web.");
        }
    }

    @Test
    @Tag("full")
    void whatIsPointedElsewhereIsNotStartedHere() throws Exception {
        int free = FreePort.find();
        try (LocalTown other = LocalTown.start(Options.forTest());
                TownProcess town = TownProcess.start(
                        temporary,
                        Map.of(
                                "AWS_ENDPOINT_URL_S3", other.s3().toString(),
                                "SPRECHSTUNDE_S3_PORT", Integer.toString(free)))) {
            town.awaitReady();

            assertThat(town.lines()).noneMatch(line -> line.contains("S3Proxy"));
            assertThat(town.lines())
                    .anyMatch(line -> line.contains(other.s3().toString()) && line.contains("elsewhere"));
            assertThat(TownProcess.isListening(URI.create("http://127.0.0.1:" + free)))
                    .isFalse();
        }
    }

    private static HttpResponse<String> get(URI address) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        }
    }
}
