package org.sprechstunde.acceptance.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.repository.Linter;
import org.sprechstunde.acceptance.repository.PinnedTool;
import org.sprechstunde.acceptance.repository.Repository;

/** What others think of the template; what they are told to overlook is written at the resource, with its reason. */
class LintTest {

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
    void samHasNothingToSay() throws IOException, InterruptedException {
        assertNothingIsSaid(PinnedTool.SAM, List.of("validate", "--lint", "--region", "eu-central-1", "--template"));
    }

    @Test
    void checkovHasNothingToSay() throws IOException, InterruptedException {
        assertNothingIsSaid(
                PinnedTool.CHECKOV,
                List.of("--skip-download", "--framework", "cloudformation", "--compact", "--quiet", "--file"));
    }

    private static void assertNothingIsSaid(PinnedTool tool, List<String> options)
            throws IOException, InterruptedException {
        assertThat(new Linter(tool).complaints(Repository.file(WrittenTemplate.FILE), options))
                .isEmpty();
    }
}
