package org.sprechstunde.acceptance.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.repository.Linter;
import org.sprechstunde.acceptance.repository.Repository;

class LintTest {
    private final Linter linter = new Linter("cfn-lint");

    @Test
    void cfnLintHasNothingToSay() throws IOException, InterruptedException {
        assumeFalse(linter.isMissing(), "cfn-lint is not on the PATH");

        assertThat(linter.complaints(Repository.file(Template.FILE))).isEmpty();
    }
}
