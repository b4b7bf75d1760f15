package org.sprechstunde.acceptance.artefact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is deployed that may not be. */
final class LicencesTest {

    @Test
    void everythingInTheJarIsListedAndMayBeDeliveredWithIt() {
        BillOfMaterials jar = BillOfMaterials.ofTheJar();

        assertThat(jar.names())
                .contains("aws-crt", "dynamodb", "jackson-databind")
                .doesNotContain("assertj-core");
        assertThat(jar.notAllowed()).isEmpty();
    }

    @Test
    void everythingInThePageIsListedAndMayBeDeliveredWithIt() {
        BillOfMaterials page = BillOfMaterials.ofThePage();

        assertThat(page.names()).contains("lit", "pdfjs-dist", "oauth4webapi").doesNotContain("vite");
        assertThat(page.notAllowed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"license\":{\"id\":\"AGPL-3.0-only\"}}]",
                "[{\"license\":{\"name\":\"Our own terms\"}}]",
                "[{\"expression\":\"MIT OR GPL-2.0-only\"}]",
                "[{\"license\":{\"id\":\"MIT\"}},{\"license\":{\"id\":\"SSPL-1.0\"}}]",
                "[]"
            })
    void anotherLicenceOrNoneIsFound(String licences) {
        BillOfMaterials planted =
                BillOfMaterials.parse("{\"components\":[{\"name\":\"planted\",\"licenses\":%s}]}".formatted(licences));

        assertThat(planted.notAllowed()).hasSize(1);
    }
}
