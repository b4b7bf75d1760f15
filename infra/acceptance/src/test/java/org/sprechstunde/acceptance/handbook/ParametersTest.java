package org.sprechstunde.acceptance.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever deploys is asked for parameters: each has its row in the admin's handbook, with its real default. */
final class ParametersTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| ([^|]*) \\| ([^|]+) \\|$");

    private final StackTemplate template = StackTemplate.deployed();
    private final List<String[]> rows = ROW.matcher(table())
            .results()
            .map(row -> new String[] {row.group(1), row.group(2), row.group(3)})
            .toList();

    @Test
    void everyParameterIsExplainedAndNoOther() {
        assertThat(rows).extracting(row -> row[0]).containsExactlyInAnyOrderElementsOf(template.parameters());
    }

    @Test
    void everyDefaultIsTheTemplates() {
        Map<String, String> told = rows.stream().collect(Collectors.toMap(row -> row[0], row -> row[1]));

        assertThat(template.parameters())
                .allSatisfy(
                        name -> assertThat(told.getOrDefault(name, "")).as(name).isEqualTo(shown(name)));
    }

    private String shown(String parameter) {
        if (!template.hasDefault(parameter)) {
            return "–";
        }
        String value = template.standard(parameter);
        return value.isEmpty() ? "leer" : value.replace("https://", "");
    }

    private static String table() {
        String text = Handbook.admin().text();
        return text.substring(text.indexOf("<!-- parameters -->"), text.indexOf("<!-- /parameters -->"));
    }
}
