package org.sprechstunde.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who somebody is after WhatsApp has told of another number or user id. */
final class MovedIdentityTest {
    private static final Identity BEFORE = new Identity(
            Optional.of("DE.1"),
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
                Optional.of("DE.2"), Optional.empty(), Optional.of("E."), Optional.of("e"), Optional.of(Language.DE));

        Identity moved = BEFORE.movedTo(now, false);

        assertThat(moved.name()).hasValue("Erika");
        assertThat(moved.username()).hasValue("erika");
        assertThat(moved.language()).hasValue(Language.EN);
    }

    private static Identity user(String bsuid) {
        return new Identity(Optional.of(bsuid), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
