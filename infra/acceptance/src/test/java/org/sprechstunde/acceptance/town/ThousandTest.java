package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;

/** The most that WhatsApp delivers at once, in one invocation. How long it takes is the benchmark's. */
@Tag("full")
@OwnTown
@InTown
final class ThousandTest {
    private static final int CITIZENS = 40;

    private final TestTown town;

    ThousandTest(TestTown town) {
        this.town = town;
    }

    @Test
    void aThousandMessagesInThreeMegabytesAreAllThereInTheirOrder() {
        List<Citizen> citizens = IntStream.range(0, CITIZENS)
                .mapToObj(number -> town.meta().citizens().withoutPhone("Tausend " + number))
                .toList();
        var thousand = new Thousand(citizens, town.town().clock().instant());

        assertThat(thousand.body()).hasSizeBetween(3_100_000, 3 * 1024 * 1024);
        assertThat(new SignedPost(town).deliver(thousand.body())).isEqualTo(200);
        assertThat(new SignedPost(town).deliver(thousand.body())).isEqualTo(200);

        for (int number = 0; number < CITIZENS; number++) {
            String id = new Await(town).listed("Tausend " + number).path("id").asText();
            assertThat(town.api().messages(id))
                    .extracting(message ->
                            Integer.valueOf(message.path("text").asText().substring(0, 3)))
                    .containsExactlyElementsOf(thousand.numbersOf(number));
        }
    }
}
