package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.town.ApiClient.Answer;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.local.Options;

/** A town whose login knows more people than may read what citizens write. */
final class AdmissionTownTest {
    private static final String ADMITTED = "anna";
    private static final String MESSAGE = "1795424531000-0123456789abcdef0123456789abcdef";

    private static TestTown town;

    @BeforeAll
    static void start() {
        town = TestTown.start(
                Options.forTest().withParameter("LoginClaim", "sub").withParameter("LoginClaimValue", ADMITTED));
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void whoIsNotAdmittedIsToldSoWhateverIsAskedForAndChangesNothing() {
        Citizen citizen = town.meta().citizens().withPhone("Zora Zugang");
        town.meta().sendText(citizen, "Guten Tag");
        new Await(town).delivered();
        ApiClient admitted = town.api().as(town.town().tokenOf(ADMITTED));
        ApiClient other = town.api().as(town.town().tokenOf("bert"));
        String id = admitted.list().body().at("/enquiries/0/id").asText();
        assertThat(id).isNotEmpty();

        assertRefused(other.list());
        assertRefused(other.open(id));
        assertRefused(other.numbers());
        assertRefused(other.introduce("{}"));
        assertRefused(other.replyWith(id, Optional.of("key"), "{\"text\":\"x\"}"));
        assertRefused(other.react(id, MESSAGE, "👍"));
        assertRefused(other.sign(id, "read"));
        assertRefused(other.resolve(id));

        assertThat(admitted.open(id).body().path("messages")).hasSize(1);
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("not-admitted");
    }
}
