package org.sprechstunde.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What others think of the template; what they are told to overlook is written at the resource, with its reason. */
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
class LintTest {
    private static final String TEMPLATE = "template.yaml";

    @Test
    void cfnLintHasNothingToSay() throws IOException, InterruptedException {
        assertNothingIsSaid(PinnedTool.CFN_LINT, List.of("--regions", "eu-central-1", "--"));
    }

    /** Each region has its own list of what it offers; the European Sovereign Cloud too. */
    @Test
    @Tag("full")
    void cfnLintHasNothingToSayInAnyRegionThatIsAllowed() throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("--regions"));
        JsonNode regions = Yaml.read(Repository.text(TEMPLATE))
                .at("/Rules/DataStaysInTheUnion/Assertions/0/Assert/Fn::Contains/0");
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

    private static void assertNothingIsSaid(PinnedTool tool, List<String> options)
            throws IOException, InterruptedException {
        assertThat(new Linter(tool).complaints(Repository.file(TEMPLATE), options))
                .isEmpty();
    }
}
