package org.sprechstunde.acceptance.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.handbook.StackTemplate.Stored;

/** Whoever gets an alarm's mail at night finds what to do under its name, and no advice for alarms that are none. */
final class RunbooksTest {
    private static final String HEADING = "Alarm: ";
    private static final String STACK = "${AWS::StackName}-";
    private static final String QUERY = "${AWS::StackName}/";

    private final StackTemplate template = StackTemplate.deployed();
    private final HandbookPage admin = Handbook.admin();

    @Test
    void everyAlarmHasItsRunbookAndTheOtherWayRound() {
        List<String> runbooks = admin.headings().stream()
                .filter(heading -> heading.startsWith(HEADING))
                .map(heading -> heading.substring(HEADING.length()))
                .toList();

        assertThat(runbooks)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(names("AWS::CloudWatch::Alarm", "/AlarmName/Fn::Sub", STACK));
    }

    @Test
    void everyRunbookSaysSomething() {
        String text = admin.text();

        assertThat(names("AWS::CloudWatch::Alarm", "/AlarmName/Fn::Sub", STACK)).allSatisfy(alarm -> {
            String after = text.substring(text.indexOf("### " + HEADING + alarm) + HEADING.length());
            assertThat(after.substring(0, after.indexOf("\n##")).strip())
                    .as(alarm)
                    .hasSizeGreaterThan(80);
        });
    }

    @Test
    void everySavedQueryIsNamed() {
        assertThat(names("AWS::Logs::QueryDefinition", "/Name/Fn::Sub", QUERY))
                .allSatisfy(query -> assertThat(admin.text()).contains("*" + query + "*"));
    }

    private List<String> names(String type, String pointer, String before) {
        return template.resources().stream()
                .filter(resource -> resource.type().equals(type))
                .map(Stored::properties)
                .map(properties -> properties.at(pointer).asText().replace(before, ""))
                .toList();
    }
}
