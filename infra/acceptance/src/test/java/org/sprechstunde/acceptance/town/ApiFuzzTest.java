package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sprechstunde.local.Options;
import org.sprechstunde.repository.PinnedTool;
import org.sprechstunde.repository.Repository;

/**
 * Schemathesis reads the API's description and asks the running town whatever it can think of: every limit that is drawn
 * there, on both sides, then at random, then one thing after the other. Nothing may be answered otherwise than described.
 */
@Order(5)
@Tag("full")
final class ApiFuzzTest {
    private static final String SETTINGS = "infra/acceptance/src/test/resources/api/schemathesis.toml";
    private static final int CASES_OF_EACH = 40;
    private static final int CASES = 1000;
    private static final int ENQUIRIES = 150;

    private final TestTown town = TestTown.start(Options.forTest().withParameter("ErasureLog", "yes"));

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    @SuppressWarnings("SystemOut") // the build's reader wants to see it
    void whateverIsAskedIsAnsweredAsDescribed() throws IOException, InterruptedException {
        for (int number = 1; number <= ENQUIRIES; number++) {
            town.meta().sendText(town.meta().citizens().withPhone("Zufall " + number), "Guten Tag");
        }
        new Await(town).delivered();

        Path report = folder.resolve("report.json");
        PinnedTool.Ended ended = PinnedTool.SCHEMATHESIS.call(arguments(report), folder);
        assertThat(report).as(ended.words()).exists();
        JsonNode found = ApiClient.json(Files.readAllBytes(report));

        assertThat(found.path("failures")).as(ended.words()).isEmpty();
        assertThat(found.path("errors")).as(ended.words()).isEmpty();
        assertThat(Stream.of("coverage", "fuzzing", "stateful")
                        .map(phase -> found.at("/phases/" + phase + "/status").asText()))
                .containsOnly("success");
        int cases = found.at("/test_cases/generated").asInt();
        System.out.printf("%nAPI: %d questions of a fuzzer's, none answered otherwise than described%n", cases);
        assertThat(cases).isGreaterThanOrEqualTo(CASES);
        assertThat(found.at("/operations/tested").asInt())
                .isEqualTo(found.at("/operations/total").asInt());
        assertThat(found.at("/warnings/unsupported_regex")).isEmpty();
        assertThat(found.path("valid_rates").properties())
                .filteredOn(operation -> operation.getKey().contains("/api/")
                        && !operation.getKey().contains("/reaction"))
                .as("got as far as to what there is")
                .allMatch(operation -> operation.getValue().findValues("accepted").stream()
                        .anyMatch(accepted -> accepted.asInt() > 0));
        assertThat(town.meta().calls())
                .as("reactions, which are reached by following links alone")
                .anyMatch(call -> call.body().has("reaction"));
        assertThat(ended.status()).as(ended.words()).isZero();
    }

    private List<String> arguments(Path report) throws IOException {
        return List.of(
                "--config-file",
                Repository.file(SETTINGS).toString(),
                "run",
                Files.writeString(folder.resolve("openapi.yaml"), description()).toString(),
                "--url",
                town.town().page().toString(),
                "--header",
                "Authorization: Bearer " + town.town().token(),
                "--phases",
                "coverage,fuzzing,stateful",
                "--max-examples",
                Integer.toString(CASES_OF_EACH),
                "--generation-deterministic",
                "--continue-on-failure",
                "--no-color",
                "--report",
                "json",
                "--report-json-path",
                report.toString());
    }

    /** As it stands in the repository, but for the address that only WhatsApp is told. */
    private String description() {
        return Repository.text("functions/openapi.yaml")
                .replace(
                        "\n  /webhook:\n",
                        "\n  %s:\n".formatted(town.town().webhook().getPath()));
    }
}
