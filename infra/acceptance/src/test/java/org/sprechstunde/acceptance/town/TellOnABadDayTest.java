package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;

/** The mayor reads that the town has said something by itself if it has: whoever is in danger may be without the numbers. */
final class TellOnABadDayTest {
    @RegisterExtension
    static final GatedTown TOWN = new GatedTown();

    private static final String HELPLINES = "0800 1110111";
    private static final Duration LONGER_THAN_ANY_WAIT = Duration.ofMinutes(10);

    @AfterEach
    void mend() {
        TOWN.town().meta().faults().clear();
    }

    @ParameterizedTest
    @ValueSource(ints = {131042, 131031, 131026})
    void whatWhatsAppDoesNotTakeIsShownAsSaidOnceItTakesIt(int code) {
        Citizen citizen = greeted("Schlecht " + code);
        TOWN.town()
                .meta()
                .faults()
                .add(Fault.once(FaultPoint.MESSAGES, FaultKind.REFUSED).withCode(code));
        String id = speaksOfDanger(citizen);
        assertThat(shownAsSaid(id)).doesNotContain("emergency");

        later();

        await().until(() -> helplines(citizen) == 1);
        assertThat(shownAsSaid(id)).contains("emergency");
    }

    @Test
    void whatWhatsAppNeverTakesIsNeverShownAsSaid() {
        Citizen citizen = greeted("Schlecht Immer");
        TOWN.town()
                .meta()
                .faults()
                .add(Fault.forever(FaultPoint.MESSAGES, FaultKind.REFUSED).withCode(131042));
        String id = speaksOfDanger(citizen);

        for (int round = 0; round < 4; round++) {
            later();
        }

        assertThat(TOWN.town().itemsOf(id)).noneMatch(key -> key.startsWith("TASK#tell#"));
        assertThat(shownAsSaid(id)).doesNotContain("emergency");
    }

    /** The table lets nobody begin to send, or count what is said in a day. */
    @ParameterizedTest
    @Tag("full")
    @ValueSource(strings = {"ADD sending", "ADD #kind"})
    void whatBreaksBeforeItIsSentIsSaidLaterAndNotShownUntilThen(String change) {
        Citizen citizen = greeted("Schlecht " + change);
        TOWN.gate().refuse("UpdateItem", change);
        String id = speaksOfDanger(citizen);
        assertThat(shownAsSaid(id)).doesNotContain("emergency");

        TOWN.gate().refuse("");
        later();

        await().until(() -> helplines(citizen) == 1);
        assertThat(shownAsSaid(id)).contains("emergency");
    }

    @Test
    void whoWasGreetedIsNotGreetedAgainThoughTheTaskStands() {
        TOWN.gate().refuse("DeleteItem", "TASK#greet#");
        Citizen citizen = greeted("Schlecht Begrüßt");
        String id = TOWN.await().enquiry(citizen);
        await().until(() -> shownAsSaid(id).contains("greeting"));
        TOWN.gate().refuse("");
        assertThat(TOWN.town().itemsOf(id)).anyMatch(key -> key.startsWith("TASK#greet#"));

        later();

        assertThat(TOWN.town().itemsOf(id)).noneMatch(key -> key.startsWith("TASK#greet#"));
        new Chat(TOWN.town(), citizen).greeted(1);
    }

    private static Citizen greeted(String name) {
        Citizen citizen = TOWN.town().meta().citizens().withPhone(name);
        TOWN.town().meta().sendText(citizen, "Guten Tag");
        new Chat(TOWN.town(), citizen).greeted(1);
        TOWN.await().nothingIsAboutToBeSaid();
        return citizen;
    }

    /** Until the town has tried to say whom to call, and will try again. */
    private static String speaksOfDanger(Citizen citizen) {
        long before = TOWN.town().logged("TASK_POSTPONED");
        TOWN.town().meta().sendText(citizen, "Es brennt!");
        String id = TOWN.await().enquiry(citizen, 2);
        await().until(() -> TOWN.town().logged("TASK_POSTPONED") > before);
        return id;
    }

    private static void later() {
        TOWN.town().town().advance(LONGER_THAN_ANY_WAIT);
        TOWN.town().sweep();
    }

    private static List<String> shownAsSaid(String id) {
        return TOWN.town().api().open(id).body().path("told").findValuesAsText("text");
    }

    private static long helplines(Citizen citizen) {
        return new Chat(TOWN.town(), citizen)
                .answers().stream().filter(text -> text.contains(HELPLINES)).count();
    }
}
