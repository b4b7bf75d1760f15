package org.sprechstunde.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.platform.Json;

/** Approved words with their gaps filled, one way for everybody who reads them. */
final class MessageTemplatesTest {
    private static final int LONGEST = 1024;
    private static final Map<String, String> WORDS = Map.of("town", "Heringen $1", "hours", "dienstags");

    @Test
    void theTownsOwnTemplatesAreWhole() {
        MessageTemplates templates = MessageTemplates.read(Json.resource("/texts/templates.json"), WORDS);

        assertThat(templates.all()).isNotEmpty().allSatisfy(template -> {
            assertThat(template.preview()).contains("Heringen").doesNotContain("{{");
            assertThat(template.words(Optional.of("x".repeat(100)))).hasSizeLessThanOrEqualTo(LONGEST);
        });
        assertThat(templates.find("rueckmeldung", "de")).isPresent();
        assertThat(templates.find("rueckmeldung", "fr")).isEmpty();
    }

    @Test
    void gapsAreFilledInTheOrderOfTheirNumbers() {
        MessageTemplate template = template("{{2}}: {{1}}, noch einmal {{2}}", "town", "hours");

        assertThat(template.parameters(Optional.empty())).containsExactly("Heringen $1", "dienstags");
        assertThat(template.words(Optional.empty())).isEqualTo("dienstags: Heringen $1, noch einmal dienstags");
    }

    @Test
    void theCitizensOwnNameIsFilledInWhereItIsKnown() {
        MessageTemplate template = template("Guten Tag {{1}}", "name|liebe Bürgerin, lieber Bürger");

        assertThat(template.words(Optional.of("Erika Beispiel"))).isEqualTo("Guten Tag Erika Beispiel");
        assertThat(template.words(Optional.empty())).isEqualTo("Guten Tag liebe Bürgerin, lieber Bürger");
        assertThat(template.words(Optional.of(" \n "))).isEqualTo("Guten Tag liebe Bürgerin, lieber Bürger");
        assertThat(template.preview()).isEqualTo("Guten Tag {name}");
    }

    @Test
    void aNameThatWhatsAppWouldRefuseIsMadeFit() {
        MessageTemplate template = template("{{1}}", "name|Sie");

        assertThat(template.parameters(Optional.of("A\n\tB     C\u0000D"))).containsExactly("A B C D");
        assertThat(template.parameters(Optional.of("🌳".repeat(61)))).containsExactly("🌳".repeat(60) + "…");
        assertThat(template.words(Optional.of("{{1}}"))).isEqualTo("{{1}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{2}}", "ohne", "{{1}} {{3}}", "{{0}}"})
    void aTemplateWhoseGapsAreNotThoseOfItsValuesIsNone(String text) {
        assertThatThrownBy(() -> template(text, "town")).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "name|", "phone", ""})
    void nothingElseOfACitizenCanBeFilledIn(String value) {
        assertThatThrownBy(() -> template("{{1}}", value)).isInstanceOf(IllegalStateException.class);
    }

    private static MessageTemplate template(String text, String... values) {
        var json = Json.object()
                .put("name", "n")
                .put("language", "de")
                .put("title", "t")
                .put("text", text);
        List.of(values).forEach(json.withArray("values")::add);
        return MessageTemplates.read(Json.array().add(json), WORDS).all().getFirst();
    }
}
