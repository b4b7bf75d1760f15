package org.sprechstunde.acceptance.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sprechstunde.repository.PinnedTool;
import org.sprechstunde.repository.PinnedTool.Ended;
import org.sprechstunde.repository.Repository;

/** The rule that nothing refuses its deletion knows every way to do so that CloudFormation's schemas have a name for. */
class RefusingTypesTest {
    private static final Path SCRIPT = Repository.file("infra/acceptance/src/test/resources/template/refusing.py");

    @Test
    @Tag("full")
    void everyTypeThatCanRefuseItsDeletionIsCaught() throws Exception {
        Ended ended = PinnedTool.SAM_PYTHON.call(List.of(SCRIPT.toString()));

        List<String> refusing = ended.words().lines().toList();
        assertThat(ended.status()).as(ended.words()).isZero();
        assertThat(refusing)
                .contains("AWS::DynamoDB::Table DeletionProtectionEnabled", "AWS::Cognito::UserPool DeletionProtection")
                .hasSizeGreaterThan(30)
                .allMatch(line ->
                        DeletionRules.REFUSING.matcher(line.split(" ", 2)[1]).matches());
    }
}
