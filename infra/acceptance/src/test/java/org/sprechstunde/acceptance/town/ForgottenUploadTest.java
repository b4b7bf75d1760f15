package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;

/** An upload that no answer names goes by itself, and nobody is alarmed; one that was named stays. */
@OwnTown
@InTown
final class ForgottenUploadTest {
    private static final byte[] PHOTO = MayorFile.picture("jpeg");

    private final TestTown town;
    private final Await await;
    private final long linesBefore;

    ForgottenUploadTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
        this.linesBefore = town.town().log().size();
    }

    @Test
    void anUploadWithoutAnAnswerIsForgottenAfterTwentyMinutes() {
        String id = writes("Vergessen Anna");
        MayorFile file = MayorFile.upload(town, id, "image/jpeg", PHOTO);

        town.town().advance(Duration.ofMinutes(19));
        town.sweepForLeftovers();
        assertThat(town.objectsOf(id)).containsExactly(file.context());
        town.town().advance(Duration.ofMinutes(1));
        town.sweepForLeftovers();

        assertThat(town.objectsOf(id)).isEmpty();
        ApiClient.Answer answer =
                town.api().replyWith(id, Optional.of("key"), file.reply().toString());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("attachment-gone");
        isNotAlarmed();
    }

    @Test
    void anUploadThatEndsAfterItWasForgottenGoesToo() {
        String id = writes("Vergessen Bernd");
        MayorFile file = MayorFile.promise(town, id, "image/jpeg", PHOTO.length);
        town.town().advance(Duration.ofMinutes(20));
        town.sweep();

        town.putObject(file.context(), file.sealed(PHOTO));
        town.sweepForLeftovers();
        assertThat(town.objectsOf(id)).as("it still has an owner").hasSize(1);
        town.town().advance(Duration.ofMinutes(20));
        town.sweepForLeftovers();

        assertThat(town.objectsOf(id)).isEmpty();
        assertThat(town.itemsOf(id)).noneMatch(key -> key.startsWith("TASK#forget-file"));
        isNotAlarmed();
    }

    @Test
    void aFileThatWasSentStays() {
        String id = writes("Vergessen Clara");
        MayorFile file = MayorFile.upload(town, id, "image/jpeg", PHOTO);
        town.town().advance(Duration.ofMinutes(19));
        assertThat(town.api()
                        .replyWith(id, Optional.of("key"), file.reply().toString())
                        .status())
                .isEqualTo(201);

        town.town().advance(Duration.ofMinutes(60));
        town.sweepForLeftovers();

        assertThat(MayorFile.opened(town.api().messages(id).getLast().path("media")))
                .isEqualTo(PHOTO);
        assertThat(town.itemsOf(id)).noneMatch(key -> key.startsWith("TASK#forget-file"));
        isNotAlarmed();
    }

    @Test
    void anUploadThatEndsAfterTheResolveIsTakenByItsLastLook() {
        String id = writes("Vergessen Dora");
        MayorFile file = MayorFile.promise(town, id, "image/jpeg", PHOTO.length);
        town.api().resolve(id);

        assertThat(file.put(file.sealed(PHOTO), "application/octet-stream")).isEqualTo(200);
        for (int look = 0; look < 3; look++) {
            town.town().advance(Duration.ofMinutes(21));
            town.sweep();
        }

        assertThat(town.objectsOf(id)).isEmpty();
        assertThat(town.itemsOf(id)).isEmpty();
    }

    private String writes(String name) {
        Citizen citizen = town.meta().citizens().withPhone(name);
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);
        await.delivered();
        return id;
    }

    private void isNotAlarmed() {
        assertThat(town.town().log().stream().skip(linesBefore))
                .noneMatch(line -> line.text().contains("LEFTOVERS_FOUND"));
    }
}
