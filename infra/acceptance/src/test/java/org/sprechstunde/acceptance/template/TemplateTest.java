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
    private static final Template TEMPLATE = Template.deployed();

    @ParameterizedTest
    @EnumSource(Rule.class)
    void ruleHolds(Rule rule) {
        assertThat(rule.breaches(TEMPLATE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Lie.class)
    void aLyingTemplateIsCaught(Lie lie) {
        assertThat(lie.caughtBy().breaches(lie.told(TEMPLATE))).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(OperatingLie.class)
    void aTemplateThatLiesAboutItsOperationIsCaught(OperatingLie lie) {
        assertThat(lie.caughtBy().breaches(lie.told(TEMPLATE))).isNotEmpty();
    }

    @Test
    void noRuleSleeps() {
        Set<Rule> woken = Stream.concat(
                        Arrays.stream(Lie.values()).map(Lie::caughtBy),
                        Arrays.stream(OperatingLie.values()).map(OperatingLie::caughtBy))
                .collect(Collectors.toSet());

        assertThat(woken).containsExactlyInAnyOrder(Rule.values());
    }
}
