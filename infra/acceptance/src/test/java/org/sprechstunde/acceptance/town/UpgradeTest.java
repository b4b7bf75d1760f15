package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.sprechstunde.emulator.chat.Citizen;

/**
 * What the last release wrote is read, answered, finished and erased by this one, in this order: no open enquiry is lost.
 */
@TestMethodOrder(OrderAnnotation.class)
final class UpgradeTest {
    private static final Release RELEASE = Release.read("7070967");

    private static TestTown town;

    @BeforeAll
    static void upgrade() {
        town = TestTown.start();
        RELEASE.layInto(town);
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    @Order(1)
    void everyKindOfItemIsThere() {
        List<String> kinds = town.items().stream()
                .map(item -> TestTown.text(item, "pk") + " " + TestTown.text(item, "sk"))
                .map(key -> key.replaceAll("#[0-9a-zA-Z_-]*\\b", "#"))
                .toList();

        assertThat(kinds).hasSizeGreaterThan(70);
        assertThat(String.join("\n", kinds))
                .contains("CITIZEN# OPEN", "ENQUIRY# CITIZEN", "ENQUIRY# MESSAGE#", "SEEN# SEEN");
        for (String task : List.of("fetch-media", "greet", "forget", "forget-file")) {
            assertThat(town.items()).anyMatch(item -> TestTown.text(item, "sk").startsWith("TASK#" + task + "#"));
        }
    }

    @Test
    @Order(2)
    void everyEnquiryIsListedAndOpensAsTheReleaseShowedIt() {
        RELEASE.enquiries().forEach((name, before) -> {
            String id = new Await(town).listed(name).path("id").asText();

            JsonNode now = town.api().open(id).body();

            assertThat(missing(before, now, "")).as(name).isEmpty();
        });
        assertThat(town.api().list().body().path("enquiries"))
                .hasSize(RELEASE.enquiries().size());
    }

    @Test
    @Order(3)
    void everyFileOpens() {
        int files = 0;
        for (JsonNode enquiry : RELEASE.enquiries().values()) {
            for (JsonNode message : town.api().messages(enquiry.path("id").asText())) {
                JsonNode media = message.path("media");
                if (media.path("state").asText().equals("stored")) {
                    assertThat(MediaTest.opened(media)).isNotEmpty();
                    files++;
                }
            }
        }
        assertThat(files).isEqualTo(5);
    }

    @Test
    @Order(4)
    void whoWritesAgainStaysInTheSameEnquiry() {
        Citizen anna = town.meta().citizens().add(RELEASE.citizen("Anna Alt"));
        String id = id("Anna Alt");

        town.meta().sendText(anna, "Ist schon etwas geschehen?");

        new Await(town)
                .messages(
                        id,
                        messages -> messages.stream()
                                .anyMatch(
                                        message -> message.path("text").asText().startsWith("Ist schon")));
        assertThat(town.api().list().body().path("enquiries"))
                .hasSize(RELEASE.enquiries().size());
    }

    @Test
    @Order(5)
    void whatTheReleaseLeftUndoneIsFinished() {
        for (int i = 0; i < 4; i++) {
            town.town().advance(Duration.ofMinutes(21));
            town.sweep();
        }

        assertThat(town.items())
                .noneMatch(item -> TestTown.text(item, "sk").startsWith("TASK#forget"))
                .noneMatch(item -> TestTown.text(item, "sk").startsWith("TASK#greet"));
    }

    @Test
    @Order(6)
    void everyEnquiryCanBeAnsweredAndResolved() {
        RELEASE.enquiries().forEach((name, before) -> {
            String id = before.path("id").asText();

            assertThat(town.api()
                            .reply(id, UUID.randomUUID().toString(), "Nach dem Wechsel.")
                            .status())
                    .as(name)
                    .isEqualTo(201);
            assertThat(town.api().resolve(id).status()).as(name).isEqualTo(200);
            assertThat(town.itemsOf(id)).as(name).allMatch(key -> key.startsWith("TASK#forget#"));
            assertThat(town.objectsOf(id)).as(name).isEmpty();
        });
    }

    private static String id(String name) {
        return Optional.ofNullable(RELEASE.enquiries().get(name))
                .map(enquiry -> enquiry.path("id").asText())
                .orElseThrow();
    }

    /** What {@code now} lacks or says otherwise; addresses are signed anew each time. */
    private static List<String> missing(JsonNode before, JsonNode now, String path) {
        List<String> missing = new ArrayList<>();
        if (before instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(field -> !Set.of("url").contains(field.getKey()))
                    .forEach(field -> missing.addAll(
                            missing(field.getValue(), now.path(field.getKey()), path + "/" + field.getKey())));
        } else if (before.isArray()) {
            for (int i = 0; i < before.size(); i++) {
                missing.addAll(missing(before.get(i), now.path(i), path + "/" + i));
            }
        } else if (!before.equals(now)) {
            missing.add(path + ": " + before + " is now " + now);
        }
        return missing;
    }
}
