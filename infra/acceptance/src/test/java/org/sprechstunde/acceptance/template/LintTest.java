package org.sprechstunde.acceptance.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.sprechstunde.acceptance.repository.Linter;
import org.sprechstunde.acceptance.repository.PinnedTool;
import org.sprechstunde.acceptance.repository.Repository;

/** What others think of the template; what they are told to overlook is written at the resource, with its reason. */
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
class LintTest {
    /** SAM writes what cfn-lint would write shorter. */
    private static final String BY_SAM = "W1020";

    @TempDir
    private Path folder;

    /** Each region has its own list of what it offers; the European Sovereign Cloud too. */
    @Test
    void cfnLintHasNothingToSayInAnyRegionThatIsAllowed() throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("--regions"));
        JsonNode regions = WrittenTemplate.deployed()
                .section("Rules")
                .at("/DataStaysInTheUnion/Assertions/0/Assert/Fn::Contains/0");
        regions.forEach(region -> options.add(region.asText()));
        options.add("--");

        assertThat(options).hasSizeGreaterThan(2);
        assertNothingIsSaid(PinnedTool.CFN_LINT, options);
    }

    @Test
    @Tag("full")
    void samHasNothingToSay() throws IOException, InterruptedException {
        assertNothingIsSaid(PinnedTool.SAM, List.of("validate", "--lint", "--region", "eu-central-1", "--template"));
    }

    @Test
    @Tag("full")
    void checkovHasNothingToSay() throws IOException, InterruptedException {
        assertNothingIsSaid(
                PinnedTool.CHECKOV,
                List.of("--skip-download", "--framework", "cloudformation", "--compact", "--quiet", "--file"));
    }

    /** CloudFormation gets what SAM makes of the template, so that is looked at too. */
    @Test
    @Tag("full")
    void cfnLintHasNothingToSayOfWhatCloudFormationGets() throws IOException, InterruptedException {
        Path transformed = Files.writeString(
                folder.resolve("transformed.json"),
                Transformed.of(WrittenTemplate.deployed()).template().text());

        assertThat(new Linter(PinnedTool.CFN_LINT)
                        .complaints(transformed, List.of("--regions", "eu-central-1", "--ignore-checks", BY_SAM, "--")))
                .isEmpty();
    }

    private static void assertNothingIsSaid(PinnedTool tool, List<String> options)
            throws IOException, InterruptedException {
        assertThat(new Linter(tool).complaints(Repository.file(WrittenTemplate.FILE), options))
                .isEmpty();
    }
}
