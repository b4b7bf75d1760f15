package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.local.ExampleTown;
import org.sprechstunde.local.Options;

/** A town in another state, with a mayor who is named and other languages, says everything of itself and nothing of the first. */
final class AnotherTownTest {
    private static final String FIRST = "Heringen";

    private static TestTown town;

    @BeforeAll
    static void start() {
        Options options = Options.forTest();
        for (Map.Entry<String, String> answer : ExampleTown.named("other").entrySet()) {
            options = options.withParameter(answer.getKey(), answer.getValue());
        }
        // It is told at some times that nobody is there.
        town = TestTown.start(options.withParameter("OfficeHours", ""));
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void citizensReadItsNameItsHoursAndWhoReads() {
        Chat chat = new Chat(town, town.meta().citizens().withPhone("Nora Neustadt"));

        chat.write("Ich möchte wissen, ob das geht.");
        chat.greeted(1);
        chat.write("HILFE");

        assertThat(chat.said()).hasSize(2).allSatisfy(text -> assertThat(text).doesNotContain(FIRST));
        assertThat(chat.said().getFirst())
                .contains("bei Neustadt am See", "donnerstags von 16 bis 18 Uhr", "https://neustadt-am-see.example/");
        assertThat(chat.said().getLast()).contains("Es liest die Bürgermeisterin Erika Muster");
    }

    @Test
    void itSpeaksItsOwnLanguagesAndSaysHowLongItKeepsWhat() {
        Citizen citizen = town.meta().citizens().withPhone("Nuri Neustadt");
        Chat chat = new Chat(town, citizen);

        chat.write("Merhaba, sokak lambası pazartesiden beri bozuk, yardım eder misiniz?");
        new Await(town).chat(citizen, bubbles -> bubbles.size() == 2);
        chat.write("AUSKUNFT");

        assertThat(chat.said().getFirst()).contains("Neustadt am See", "YARDIM").doesNotContain(FIRST);
        assertThat(chat.said().getLast()).contains("en fazla bir saat").doesNotContain(FIRST);
    }

    @Test
    void thePageIsItsOwn() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(town.town().page().resolve("/config.json"))
                    .build();

            assertThat(client.send(request, BodyHandlers.ofString()).body())
                    .contains("\"Neustadt am See\"", "https://neustadt-am-see.example/impressum")
                    .doesNotContain(FIRST);
        }
    }
}
