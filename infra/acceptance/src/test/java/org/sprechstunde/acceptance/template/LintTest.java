package org.sprechstunde.acceptance.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.repository.Linter;
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
        assertNothingIsSaid("cfn-lint", options);
    }

    @Test
    void samHasNothingToSay() throws IOException, InterruptedException {
        assertNothingIsSaid("sam", List.of("validate", "--lint", "--region", "eu-central-1", "--template"));
    }

    @Test
    void checkovHasNothingToSay() throws IOException, InterruptedException {
        assertNothingIsSaid(
                "checkov",
                List.of("--skip-download", "--framework", "cloudformation", "--compact", "--quiet", "--file"));
    }

    private static void assertNothingIsSaid(String command, List<String> options)
            throws IOException, InterruptedException {
        Linter linter = new Linter(command);
        assumeFalse(linter.isMissing(), command + " is not on the PATH");

        assertThat(linter.complaints(Repository.file(WrittenTemplate.FILE), options))
                .isEmpty();
    }
}
