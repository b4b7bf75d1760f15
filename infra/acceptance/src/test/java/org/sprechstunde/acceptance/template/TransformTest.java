package org.sprechstunde.acceptance.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sprechstunde.repository.Linter;
import org.sprechstunde.repository.PinnedTool;

/** A changed parameter reaches what is called, by what SAM really makes of the template. */
class TransformTest {
    /** SAM writes what cfn-lint would write shorter. */
    private static final String BY_SAM = "W1020";

    /** These are for mails, the domain, the roles, the bucket and the deployment itself. */
    private static final Set<String> FOR_NO_FUNCTION = Set.of(
            "AlarmEmail",
            "AllowOutsideEu",
            "CertificateArn",
            "FormerRetentionMaxDays",
            "KeepWarm",
            "MonthlyBudget",
            "PermissionsBoundary",
            "Protected",
            "QuietDays");

    private static final int ROUTES_STREAM_AND_SCHEDULES = 21 + 1 + 2 + 5;

    @TempDir
    private Path folder;

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

    @Test
    void whatIsCalledIsTheFunctionItself() throws Exception {
        List<WrittenResource> called =
                Transformed.of(WrittenTemplate.deployed()).called();

        assertThat(called)
                .hasSize(ROUTES_STREAM_AND_SCHEDULES)
                .allMatch(it -> it.type().equals("AWS::Lambda::Function"));
        assertThat(called)
                .extracting(WrittenResource::id)
                .containsAll(WrittenTemplate.deployed()
                        .functions()
                        .map(WrittenResource::id)
                        .toList());
    }

    @Test
    void everyParameterReachesWhatIsCalled() throws Exception {
        var transformed = Transformed.of(WrittenTemplate.deployed());
        Set<String> unreached = new TreeSet<>();
        WrittenTemplate.deployed().section("Parameters").fieldNames().forEachRemaining(unreached::add);

        transformed.called().forEach(called -> unreached.removeAll(transformed.parametersOf(called)));

        assertThat(unreached).isEqualTo(FOR_NO_FUNCTION);
    }

    /** A version keeps the values that it was published with, and its own properties name no parameter. */
    @Test
    void behindAnAliasNoneWould() throws Exception {
        var aliased = Transformed.of(WrittenTemplate.deployed()
                .with("    Timeout: 29\n", "    Timeout: 29\n    AutoPublishAlias: live\n")
                .with("IntegrationUri: !GetAtt PageFunction.Arn", "IntegrationUri: !Ref PageFunction.Alias"));

        assertThat(aliased.called())
                .filteredOn(called -> called.type().equals("AWS::Lambda::Alias"))
                .allSatisfy(called -> assertThat(aliased.parametersOf(called)).isEmpty())
                .extracting(WrittenResource::id)
                .contains("PageFunctionAliaslive", "TasksFunctionAliaslive", "SweepFunctionAliaslive");
    }
}
