package org.sprechstunde.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sprechstunde.enquiry.Identity;

final class PseudonymsTest {
    private final Pseudonyms pseudonyms = new Pseudonyms("pepper".getBytes(UTF_8));

    @Test
    void aCitizenIsTheSameWithAndWithoutPhoneNumber() {
        var withPhone = new Identity(Optional.of("DE.1"), Optional.of("49151"), Optional.empty(), Optional.empty());
        var without = new Identity(Optional.of("DE.1"), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(pseudonyms.citizen(withPhone.stableId())).isEqualTo(pseudonyms.citizen(without.stableId()));
    }

    @Test
    void anotherPepperGivesAnotherHash() {
        var others = new Pseudonyms("another".getBytes(UTF_8));

        assertThat(pseudonyms.message("token")).isNotEqualTo(others.message("token"));
    }

    @Test
    void theSameWordMeansAnotherHashForEachPurpose() {
        var byPhone = new Identity(Optional.empty(), Optional.of("49151"), Optional.empty(), Optional.empty());

        assertThat(pseudonyms.citizen(byPhone.stableId())).isNotEqualTo(pseudonyms.message("49151"));
    }

    @Test
    void nothingOfTheCitizenStandsInTheHash() {
        assertThat(pseudonyms.message("4915112345678"))
                .hasSize(43)
                .matches("[A-Za-z0-9_-]+")
                .doesNotContain("49151");
    }

    @Test
    void aLoginIsToldFromOthersAndByNobodyFromTheHashAlone() {
        assertThat(pseudonyms.login("3f1c").hex())
                .hasSize(16)
                .isNotEqualTo(pseudonyms.login("3f1d").hex());
        assertThat(new Pseudonyms("another".getBytes(UTF_8)).login("3f1c")).isNotEqualTo(pseudonyms.login("3f1c"));
    }

    /** Colleagues know each other's; what each has read is for the log alone. */
    @Test
    void whoSomebodyIsToColleaguesSaysNothingOfWhoTheyAreInTheLog() {
        assertThat(pseudonyms.person("3f1c").hex())
                .hasSize(16)
                .isNotEqualTo(pseudonyms.login("3f1c").hex());
    }
}
