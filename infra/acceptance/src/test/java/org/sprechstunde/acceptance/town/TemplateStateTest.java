package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.graph.TemplateReview;
import org.sprechstunde.local.Options;
import org.sprechstunde.local.template.SecretSpec;

/** The page is told which templates WhatsApp takes now: by looking there, and by what WhatsApp tells. */
final class TemplateStateTest {
    private static final String NAME = "rueckmeldung";

    private static TestTown town;
    private static String enquiry;

    /** As infra/connect leaves it: the town knows its account. */
    @BeforeAll
    static void connect() throws Exception {
        town = TestTown.start(Options.forTest().withEnvironment("AWS_ENDPOINT_URL_SECRETS_MANAGER", ""));
        SecretSpec secret = town.town().template().secrets().getFirst();
        String known = town.town().account().secret(secret.arn());
        Citizen citizen = town.meta().citizens().withPhone("Vorlagen Anna");
        town.meta().sendText(citizen, "Guten Tag");
        enquiry = new Await(town).enquiry(citizen);
        town.sweep();
        assertThat(states()).as("nobody knows whom to ask").isEmpty();
        town.town()
                .account()
                .put(
                        secret,
                        known.replaceFirst(
                                "\\{",
                                "{\"account\":\"" + town.meta().setup().ids().account() + "\","));
        town.town().advance(Duration.ofMinutes(6));
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @BeforeEach
    void asItWas() throws Exception {
        town.meta().faults().clear();
        review().recategorize(NAME, "de", "UTILITY");
        review().decide(NAME, "de", "APPROVED");
        town.meta().awaitDelivered(Patience.TIME);
        town.sweep();
        assertThat(states()).containsExactly("de approved", "en approved");
    }

    @Test
    void whatWhatsAppTellsIsAskedForWithinFiveMinutes() throws Exception {
        for (String status : List.of("PAUSED", "REJECTED", "DISABLED", "PENDING_DELETION", "OF_TOMORROW")) {
            review().decide(NAME, "de", status);
            town.meta().awaitDelivered(Patience.TIME);
            assertThat(states()).as("not known any more").isEmpty();

            town.sweep();

            String expected =
                    status.matches("PENDING_DELETION|OF_TOMORROW") ? "unavailable" : status.toLowerCase(Locale.ROOT);
            assertThat(states()).containsExactly("de " + expected, "en approved");
        }
    }

    @Test
    void whatIsNeverToldIsSeenWithinTheHour() {
        review().recategorize(NAME, "de", "MARKETING");
        town.sweep();
        assertThat(states()).containsExactly("de approved", "en approved");

        town.sweepForLeftovers();

        assertThat(states()).containsExactly("de advertising", "en approved");
    }

    @Test
    void aWhatsAppThatSaysNothingChangesNothing() {
        review().recategorize(NAME, "de", "MARKETING");
        town.meta().faults().add(Fault.forever(FaultPoint.SETUP, FaultKind.DROP_AFTER_ACCEPT));

        town.sweepForLeftovers();

        assertThat(states()).containsExactly("de approved", "en approved");
    }

    private static TemplateReview review() {
        return town.meta().setup().templates();
    }

    private static List<String> states() {
        List<String> states = new ArrayList<>();
        for (JsonNode one : town.api().open(enquiry).body().path("templates")) {
            assertThat(one.path("name").asText()).isEqualTo(NAME);
            states.add(one.path("language").asText() + " " + one.path("state").asText());
        }
        return states;
    }
}
