package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;

/** An enquiry beyond every limit: 100 actions a transaction, 25 items a batch, 1,000 keys a deletion, and pages. */
@Tag("full")
@OwnTown
@InTown
final class VolumeTest {
    private static final int MESSAGES = 1500;
    private static final int FILES = 1200;

    private final TestTown town;

    VolumeTest(TestTown town) {
        this.town = town;
    }

    @Test
    void anEnquiryBeyondEveryLimitIsShownAndErasedWhole() throws Exception {
        Citizen citizen = town.meta().citizens().withPhone("Viel Viola");
        town.meta().sendText(citizen, "Guten Tag");
        String id = new Await(town).enquiry(citizen);
        new Await(town).delivered();
        new LargeEnquiry(town, id).fill(FILES, MESSAGES - FILES - 1);
        town.town()
                .stores()
                .bucket()
                .createMultipartUpload(
                        start -> start.bucket(town.town().bucket()).key(id + "/" + "f".repeat(32)));

        int shown = town.api().messages(id).size();
        JsonNode receipt = town.api().resolve(id).body();

        assertThat(shown).isEqualTo(MESSAGES);
        assertThat(receipt.path("state").asText()).isEqualTo("erased");
        assertThat(receipt.path("messages").asInt()).isEqualTo(MESSAGES);
        assertThat(receipt.path("media").asInt()).isEqualTo(FILES);
        assertThat(town.itemsOf(id)).hasSize(1).allMatch(key -> key.startsWith("TASK#forget#"));
        assertThat(town.objectsOf(id)).isEmpty();
        assertThat(town.uploads()).isEmpty();
    }
}
