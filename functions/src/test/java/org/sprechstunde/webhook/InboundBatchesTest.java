package org.sprechstunde.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.Keyword;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.webhook.InboundBatches.Batch;
import org.sprechstunde.whatsapp.inbound.InboundEvent;

final class InboundBatchesTest {
    private static final Identity ANNA = identity("DE.anna");
    private static final Identity BEN = identity("DE.ben");

    @Test
    void eachCitizensMessagesStayInOrder() {
        InboundEvent first = text(ANNA, "1");
        InboundEvent second = text(BEN, "2");
        InboundEvent third = text(ANNA, "3");

        assertThat(InboundBatches.inOrder(List.of(first, second, third)))
                .containsExactly(List.of(first, third), List.of(second));
    }

    @Test
    void whoChangesIdentityStaysInOrderUnderBothAndKeepsNobodyElseWaiting() {
        InboundEvent annas = text(ANNA, "1");
        InboundEvent moved = new InboundEvent.Moved(ANNA, BEN, "2", false);
        InboundEvent carls = text(identity("DE.carl"), "3");
        InboundEvent bens = text(BEN, "4");

        assertThat(InboundBatches.inOrder(List.of(annas, moved, carls, bens)))
                .containsExactly(List.of(annas, moved, bens), List.of(carls));
    }

    @Test
    void tenThousandChangesEachOfTheOneBeforeAreOnesOwn() {
        List<InboundEvent> moves = IntStream.range(0, 10_000)
                .<InboundEvent>mapToObj(
                        n -> new InboundEvent.Moved(identity("DE." + n), identity("DE." + (n + 1)), "" + n, false))
                .toList();

        assertThat(InboundBatches.inOrder(moves)).containsExactly(moves);
    }

    @Test
    void aWordStandsBetweenTheMessagesBeforeAndAfterIt() {
        InboundEvent.Written before = text(ANNA, "1");
        InboundEvent word = new InboundEvent.Asked(text(ANNA, "2"), Keyword.INFORMATION, true);
        InboundEvent.Written after = text(ANNA, "3");

        assertThat(InboundBatches.batches(List.of(before, before, word, word, after)))
                .containsExactly(run(before, before), new Batch.Single(word), new Batch.Single(word), run(after));
    }

    @Test
    void neighboursOfTwoCitizensAreNoRun() {
        InboundEvent.Written annas = text(ANNA, "1");
        InboundEvent.Written bens = text(BEN, "2");

        assertThat(InboundBatches.batches(List.of(annas, bens, bens, annas)))
                .containsExactly(run(annas), run(bens, bens), run(annas));
        assertThatThrownBy(() -> run(annas, bens)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTransactionTakesSoManyAndNoMore() {
        List<Batch> batches = InboundBatches.batches(Collections.nCopies(2 * InboundBatches.MOST + 1, text(ANNA, "1")));

        assertThat(batches)
                .extracting(batch -> ((Batch.Run) batch).run().messages().size())
                .containsExactly(InboundBatches.MOST, InboundBatches.MOST, 1);
    }

    @Test
    void longMessagesDoNotShareATransaction() {
        InboundEvent essay = text(ANNA, "x".repeat(250_000));

        assertThat(InboundBatches.batches(List.of(essay, essay))).hasSize(2);
    }

    private static Batch run(InboundEvent.Written... messages) {
        return new Batch.Run(new MessageRun(List.of(messages)));
    }

    private static InboundEvent.Written text(Identity citizen, String text) {
        return new InboundEvent.Written(
                citizen, "wamid." + text.length(), Instant.EPOCH, new MessageContent.Text(text));
    }

    private static Identity identity(String bsuid) {
        return new Identity(Optional.of(bsuid), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
