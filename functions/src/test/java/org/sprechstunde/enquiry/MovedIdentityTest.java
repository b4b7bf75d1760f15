package org.sprechstunde.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who somebody is after WhatsApp has told of another number or user id. */
final class MovedIdentityTest {
    private static final Identity BEFORE = new Identity(
            Optional.of("DE.1"),
            Optional.empty(),
            Optional.of("49151"),
            Optional.of("Erika"),
            Optional.of("erika"),
            Optional.of(Language.EN));

    /** It may be somebody else's by tomorrow. */
    @Test
    void aNumberThatWasGivenUpIsForgottenThoughTheNewOneIsNotTold() {
        Identity now = BEFORE.movedTo(user("DE.2"), false);

        assertThat(now.phone()).isEmpty();
        assertThat(now.bsuid()).hasValue("DE.2");
    }

    @Test
    void aNumberStaysWhereOnlyTheUserIdHasChanged() {
        assertThat(BEFORE.movedTo(user("DE.2"), true).phone()).hasValue("49151");
    }

    @Test
    void theNewNumberIsKnownWhetherTheOldOneStaysOrNot() {
        var now = new Identity(Optional.empty(), Optional.of("49152"), Optional.empty(), Optional.empty());

        assertThat(BEFORE.movedTo(now, false).phone()).hasValue("49152");
        assertThat(BEFORE.movedTo(now, true).phone()).hasValue("49152");
    }

    @Test
    void nameAndLanguageStay() {
        var now = new Identity(
                Optional.of("DE.2"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("E."),
                Optional.of("e"),
                Optional.of(Language.DE));

        Identity moved = BEFORE.movedTo(now, false);

        assertThat(moved.name()).hasValue("Erika");
        assertThat(moved.username()).hasValue("erika");
        assertThat(moved.language()).hasValue(Language.EN);
    }

    private static Identity user(String bsuid) {
        return new Identity(Optional.of(bsuid), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void whatMayHaveBeenLeftOutStaysKnownAndWhatIsNewerCounts() {
        Identity known = BEFORE.updatedBy(user("DE.1"));
        var renamed = new Identity(
                Optional.of("DE.3"),
                Optional.empty(),
                Optional.of("49153"),
                Optional.of("E."),
                Optional.of("e"),
                Optional.of(Language.DE));

        assertThat(known).isEqualTo(BEFORE);
        assertThat(BEFORE.updatedBy(renamed)).isEqualTo(renamed);
        assertThat(BEFORE.updatedBy(new Identity(
                                Optional.empty(), Optional.of("49151"), Optional.empty(), Optional.empty()))
                        .bsuid())
                .hasValue("DE.1");
    }

    @Test
    void whoHasOneIdInCommonIsTheSame() {
        var number = new Identity(Optional.empty(), Optional.of("49151"), Optional.empty(), Optional.empty());

        assertThat(BEFORE.shares(user("DE.1"))).isTrue();
        assertThat(BEFORE.shares(number)).isTrue();
        assertThat(BEFORE.shares(user("DE.2"))).isFalse();
        assertThat(number.shares(user("DE.1"))).isFalse();
        assertThat(user("DE.1").shares(number)).isFalse();
    }

    @Test
    void aNameIsShownBeforeAUsernameAndNeverANumber() {
        var at = new Identity(Optional.of("DE.1"), Optional.of("49151"), Optional.empty(), Optional.of("@erika"));

        assertThat(BEFORE.displayName()).hasValue("Erika");
        assertThat(at.displayName()).hasValue("@erika");
        assertThat(new Identity(at.bsuid(), at.phone(), Optional.empty(), Optional.of("erika")).displayName())
                .hasValue("@erika");
        assertThat(new Identity(at.bsuid(), at.phone(), Optional.empty(), Optional.empty()).displayName())
                .isEmpty();
    }

    @Test
    void theLanguageHeardLastCountsWhereOneWasHeard() {
        assertThat(BEFORE.speaking(Optional.empty()).language()).hasValue(Language.EN);
        assertThat(BEFORE.speaking(Optional.of(Language.DE)).language()).hasValue(Language.DE);
    }

    @Test
    void whatIsNotKnownBeforeIsKnownAfterTheMove() {
        var now = new Identity(
                Optional.empty(),
                Optional.empty(),
                Optional.of("49152"),
                Optional.of("Erika"),
                Optional.of("e"),
                Optional.of(Language.DE));

        assertThat(user("DE.1").movedTo(now, false))
                .isEqualTo(new Identity(
                        Optional.of("DE.1"),
                        Optional.empty(),
                        now.phone(),
                        now.name(),
                        now.username(),
                        now.language()));
    }
}
