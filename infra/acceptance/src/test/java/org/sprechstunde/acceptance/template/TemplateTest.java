package org.sprechstunde.acceptance.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateTest {
    private static final WrittenTemplate TEMPLATE = WrittenTemplate.deployed();

    @ParameterizedTest
    @EnumSource(Rule.class)
    void ruleHolds(Rule rule) {
        assertThat(rule.breaches(TEMPLATE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TemplateMutant.class)
    void aLyingTemplateIsCaught(TemplateMutant templateMutant) {
        assertThat(templateMutant.caughtBy().breaches(templateMutant.told(TEMPLATE)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(OperatingMutant.class)
    void aTemplateThatLiesAboutItsOperationIsCaught(OperatingMutant templateMutant) {
        assertThat(templateMutant.caughtBy().breaches(templateMutant.told(TEMPLATE)))
                .isNotEmpty();
    }

    @Test
    void noRuleSleeps() {
        Set<Rule> woken = Stream.concat(
                        Arrays.stream(TemplateMutant.values()).map(TemplateMutant::caughtBy),
                        Arrays.stream(OperatingMutant.values()).map(OperatingMutant::caughtBy))
                .collect(Collectors.toSet());

        assertThat(woken).containsExactlyInAnyOrder(Rule.values());
    }
}
