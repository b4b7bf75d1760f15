package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;

/** Before WhatsApp's window closes on somebody who still waits, they read one line: nothing is forgotten. */
@OwnTown
@InTown
final class WindowClosesTest {
    private static final String LINE = "Ihre Nachricht ist nicht vergessen";
    private static final ZoneId TOWN_HALL = ZoneId.of("Europe/Berlin");

    private final TestTown town;
    private final Await await;

    WindowClosesTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    /** So that nobody of another test still waits. */
    @BeforeEach
    void itIsTwoInTheAfternoonAndAllWindowsAreClosed() {
        town.meta().faults().clear();
        town.town().advance(Duration.ofHours(25));
        ZonedDateTime now = town.town().clock().instant().atZone(TOWN_HALL);
        ZonedDateTime then = now.with(LocalTime.of(14, 0));
        town.town().advance(Duration.between(now, then.isAfter(now) ? then : then.plusDays(1)));
    }

    @Test
    void threeHoursBeforeTheEndItIsSaidOnceAndAReplyOpensTheWayAgain() {
        Citizen citizen = town.meta().citizens().withPhone("Fenster Frida");
        String id = writes(citizen);

        afterwards(Duration.ofHours(20).plusMinutes(50));
        assertThat(lines(citizen)).isZero();
        afterwards(Duration.ofMinutes(15));
        assertThat(lines(citizen)).isOne();
        afterwards(Duration.ofMinutes(5));
        afterwards(Duration.ofHours(2));
        assertThat(lines(citizen)).isOne();

        town.meta().sendText(citizen, "Ja");
        await.enquiry(citizen, 2);
        assertThat(town.api().reply(id, "key", "Morgen ist es so weit.").status())
                .isEqualTo(201);
    }

    @Test
    void whoeverHasAnAnswerOrIsResolvedReadsNothingMore() {
        Citizen answered = town.meta().citizens().withPhone("Fenster Anna");
        Citizen resolved = town.meta().citizens().withPhone("Fenster Rita");
        town.api().reply(writes(answered), "key", "Wir kümmern uns.");
        town.api().resolve(writes(resolved));
        await.delivered();

        afterwards(Duration.ofHours(22));

        assertThat(lines(answered)).isZero();
        assertThat(lines(resolved)).isZero();
    }

    @Test
    void whoseWindowClosesAtNightIsLeftToSleep() {
        town.town().advance(Duration.ofHours(12));
        Citizen citizen = town.meta().citizens().withPhone("Fenster Nachteule");
        writes(citizen);

        for (int hour = 0; hour < 24; hour++) {
            afterwards(Duration.ofHours(1));
        }

        assertThat(lines(citizen)).isZero();
    }

    /** WhatsApp is asked again by the next sweep, as long as there is time. */
    @Test
    void whatWhatsAppDoesNotTakeNowIsSaidByALaterSweep() {
        Citizen citizen = town.meta().citizens().withPhone("Fenster Pech");
        writes(citizen);
        town.meta().faults().add(Fault.forever(FaultPoint.MESSAGES, FaultKind.RATE_LIMIT));
        afterwards(Duration.ofHours(22));
        assertThat(lines(citizen)).isZero();
        town.meta().faults().clear();

        afterwards(Duration.ofMinutes(5));

        assertThat(lines(citizen)).isOne();
    }

    private String writes(Citizen citizen) {
        town.meta().sendText(citizen, "Die Laterne vor der Kita ist kaputt.");
        String id = await.enquiry(citizen);
        new Chat(town, citizen).greeted(1);
        Awaitility.await().until(() -> town.itemsOf(id).stream().noneMatch(key -> key.startsWith("TASK#greet#")));
        return id;
    }

    /** Lets time pass, then lets the sweep run. */
    private void afterwards(Duration duration) {
        town.town().advance(duration);
        town.sweep();
    }

    private long lines(Citizen citizen) {
        return new Chat(town, citizen)
                .said().stream().filter(text -> text.contains(LINE)).count();
    }
}
