package org.sprechstunde.acceptance.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sprechstunde.acceptance.handbook.StackTemplate.Stored;
import org.sprechstunde.repository.Repository;

/** The record of processing names what the template creates, and nothing that it does not. */
final class RecordOfProcessingTest {
    private static final String FOLDER = "infra/handbook/datenschutz/";

    private final RecordedStores stores = RecordedStores.of(StackTemplate.deployed());

    @Test
    void itsTableOfStoresIsTheTemplates() {
        new GeneratedPart(FOLDER + "verzeichnis.md", "stores").holds(stores.table());
    }

    @Test
    void everyKindOfResourceIsKnownToKeepSomethingOrNothing() {
        assertThat(stores.unknown()).isEmpty();
    }

    @Test
    void everyStoreIsInTheDeletionConcept() {
        String concept = Repository.text(FOLDER + "loeschkonzept.md");

        assertThat(stores.all())
                .extracting(Stored::id)
                .allSatisfy(id -> assertThat(concept).contains("`" + id + "`"));
    }

    /** If the template kept more, the record would say so. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "BillingMode: PAY_PER_REQUEST; PointInTimeRecoverySpecification: {}; mit Wiederherstellungspunkten",
                "OwnershipControls:; VersioningConfiguration: {}\\n      OwnershipControls:; mit früheren Fassungen",
                "RetentionInDays: 14; RetentionInDays: 400; 400 Tage",
                "RetentionInDays: 14; Tags: []; unbegrenzt",
                "KMSMasterKeyID: !GetAtt Key.Arn; KMSMasterKeyID: alias/aws/s3; keine früheren Fassungen | von AWS",
                "Default: '90'; Default: '365'; 366 Tage ab dem Ablegen",
            })
    void whateverTheTemplateKeepsLongerStandsInTheTable(String asItIs, String changed, String told) {
        String template = Repository.text("template.yaml");
        assertThat(template).contains(asItIs);

        String other = template.replaceFirst(Pattern.quote(asItIs), changed.replace("\\n", "\n"));

        assertThat(RecordedStores.of(StackTemplate.parse(other)).table()).contains(told);
        assertThat(stores.table()).doesNotContain(told);
    }
}
