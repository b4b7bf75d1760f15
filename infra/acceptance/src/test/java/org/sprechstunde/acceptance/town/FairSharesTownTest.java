package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.FileKind;

/** More files of one citizen than the stream's lanes take at once, and their neighbours do not wait for them. */
@OwnTown
@InTown
final class FairSharesTownTest {
    private static final int MANY = 60;

    private final TestTown town;
    private final Await await;

    FairSharesTownTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @AfterEach
    void mend() {
        town.meta().faults().clear();
    }

    @Test
    @Tag("full")
    void sixtySlowFilesOfOneCitizenDoNotKeepTheNeighboursWaiting() {
        town.meta()
                .faults()
                .add(Fault.forever(FaultPoint.MEDIA_LOOKUP, FaultKind.DELAY).lasting(Duration.ofMillis(400)));
        Citizen anna = town.meta().citizens().withPhone("Anna Album");
        town.meta().send(anna, IntStream.range(0, MANY).mapToObj(_ -> photo()).toArray(CitizenMessage[]::new));
        String album = await.enquiry(anna, MANY);

        String bert = sendsOne("Bert Einzeln");
        String clara = sendsOne("Clara Einzeln");

        await.media(bert, "stored");
        await.media(clara, "stored");
        assertThat(town.api().messages(album).stream()
                        .filter(message -> message.at("/media/state").asText().equals("stored"))
                        .count())
                .isLessThan(MANY / 2);
    }

    private String sendsOne(String name) {
        Citizen citizen = town.meta().citizens().withPhone(name);
        town.meta().send(citizen, photo());
        return await.enquiry(citizen);
    }

    private static CitizenMessage photo() {
        return TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[2000]);
    }
}
