package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.local.Options;

/** Who writes when nobody is in the town hall is told so: in the greeting, or once a day. */
final class OutsideHoursTest {
    private static final String OUTSIDE = "Gerade ist niemand im Rathaus; wieder ab";
    private static final ZoneId TOWN_HALL = ZoneId.of("Europe/Berlin");

    private static TestTown town;

    @BeforeAll
    static void start() {
        town = TestTown.start(Options.forTest().withParameter("OfficeHours", "Mo-So 08:00-16:00"));
        goToMarch();
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void whoBeginsAtNightReadsItInTheGreetingAndNotAgainThatNight() {
        goTo(LocalTime.of(21, 0));
        Citizen citizen = writes("Nacht Nora", "Ich möchte wissen, ob das geht.");

        assertThat(greeting(citizen))
                .contains("Ein Mensch liest sie")
                .containsPattern(OUTSIDE + " \\w+, \\d\\. März, 8:00 Uhr\\.")
                .contains("112");

        writes(citizen, "Noch etwas");
        assertThat(told(citizen)).isZero();

        goTo(LocalTime.of(10, 0));
        goTo(LocalTime.of(21, 30));
        writes(citizen, "Und noch etwas");
        await().until(() -> told(citizen) == 1);
        writes(citizen, "Das war es");
        assertThat(told(citizen)).isEqualTo(1);
    }

    @Test
    void whoBeginsByDayIsToldAtNight() {
        goTo(LocalTime.of(10, 0));
        Citizen citizen = writes("Tag Tina", "Guten Tag");
        assertThat(greeting(citizen)).contains("Ein Mensch liest sie").doesNotContain(OUTSIDE);
        writes(citizen, "Noch etwas");
        assertThat(told(citizen)).isZero();

        goTo(LocalTime.of(21, 0));
        writes(citizen, "Und am Abend noch etwas");

        await().until(() -> told(citizen) == 1);
    }

    @Test
    void whoWritesEnglishReadsItInEnglish() {
        goTo(LocalTime.of(5, 0));
        Citizen citizen = writes("Nick Night", "Is there anybody who would help? Please!");

        assertThat(greeting(citizen))
                .contains("A human reads it")
                .contains("Nobody is in the town hall now; again from");
    }

    private static Citizen writes(String name, String text) {
        Citizen citizen = town.meta().citizens().withPhone(name);
        writes(citizen, text);
        new Chat(town, citizen).greeted(1);
        return citizen;
    }

    /** Until nothing is left to do for it, so that what has not been told by then never will. */
    private static void writes(Citizen citizen, String text) {
        town.meta().sendText(citizen, text);
        new Await(town).delivered();
        String id = new Await(town).enquiry(citizen);
        await().until(() -> town.itemsOf(id).stream().noneMatch(key -> key.startsWith("TASK#")));
    }

    private static String greeting(Citizen citizen) {
        return town.meta().conversation(citizen).stream()
                .filter(bubble -> !bubble.fromCitizen())
                .findFirst()
                .orElseThrow()
                .content()
                .path("body")
                .asText();
    }

    private static long told(Citizen citizen) {
        return new Chat(town, citizen)
                .answers().stream().filter(text -> text.contains(OUTSIDE)).count();
    }

    /** Its first days are never public holidays in Hesse, and nobody changes the clocks. */
    private static void goToMarch() {
        ZonedDateTime now = town.town().clock().instant().atZone(TOWN_HALL);
        ZonedDateTime march = now.withDayOfMonth(1).withMonth(Month.MARCH.getValue());
        town.town().advance(Duration.between(now, march.isAfter(now) ? march : march.plusYears(1)));
    }

    /** Lets it become that time, by the clock on the town hall. */
    private static void goTo(LocalTime time) {
        ZonedDateTime now = town.town().clock().instant().atZone(TOWN_HALL);
        ZonedDateTime then = now.with(time);
        town.town().advance(Duration.between(now, then.isAfter(now) ? then : then.plusDays(1)));
    }
}
