package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.emulator.chat.Citizen;

/** Who may not, learns nothing: not even whether an enquiry exists. */
@InTown
final class AccessTest {
    private static final String UNKNOWN = "0123456789abcdef0123456789abcdef";
    private static final String MESSAGE = "1795424531000-" + UNKNOWN;

    private final TestTown town;
    private final Await await;

    AccessTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @Test
    void withoutTokenEveryCallIsRefusedAlike() {
        everyCallIsRefused(town.api().as(""), 401);
    }

    @Test
    void aForgedTokenIsRefusedAlike() {
        String token = town.town().token();
        String forged = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";

        everyCallIsRefused(town.api().as(forged), 401);
    }

    @Test
    void aTokenOfAnotherScopeIsRefusedAlike() {
        everyCallIsRefused(town.api().as(town.town().token("another/scope")), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {UNKNOWN, "x", "00000000000000000000000000000000", "%2e%2e", "CITIZEN%23x"})
    void anUnknownEnquiryIsNotFound(String id) {
        assertThat(town.api().open(id).status()).isEqualTo(404);
        assertThat(town.api().reply(id, "key", "text").status()).isEqualTo(404);
        assertThat(town.api().react(id, MESSAGE, "👍").status()).isEqualTo(404);
        assertThat(town.api().sign(id, "read").status()).isEqualTo(404);
        assertThat(town.api().resolve(id).status()).isEqualTo(404);
    }

    @Test
    void theAnswerIsTheSameForAnUnknownAndAResolvedEnquiry() {
        Citizen citizen = town.meta().citizens().withPhone("Zugang Anna");
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);
        town.api().resolve(id);

        assertThat(town.api().open(id).body())
                .isEqualTo(town.api().open(UNKNOWN).body());
        assertThat(town.api().reply(id, "key", "text").body())
                .isEqualTo(town.api().reply(UNKNOWN, "key", "text").body());
    }

    private void everyCallIsRefused(ApiClient api, int status) {
        Citizen citizen = town.meta().citizens().withPhone("Zugang " + status + api.hashCode());
        town.meta().sendText(citizen, "Guten Tag");
        String existing = await.enquiry(citizen);

        assertThat(api.list().status()).isEqualTo(status);
        for (String id : new String[] {existing, UNKNOWN}) {
            assertThat(api.open(id).status()).isEqualTo(status);
            assertThat(api.replyWith(id, Optional.of("key"), "{\"text\":\"x\"}").status())
                    .isEqualTo(status);
            assertThat(api.react(id, MESSAGE, "👍").status()).isEqualTo(status);
            assertThat(api.sign(id, "read").status()).isEqualTo(status);
            assertThat(api.resolve(id).status()).isEqualTo(status);
        }
        assertThat(town.api().messages(existing)).hasSize(1);
    }
}
