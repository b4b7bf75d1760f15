package org.sprechstunde.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.whatsapp.inbound.InboundEvent;
import org.sprechstunde.whatsapp.inbound.Keyword;

final class InboundBatchesTest {
    private static final Identity ANNA = identity("DE.anna");
    private static final Identity BEN = identity("DE.ben");

    @Test
    void eachCitizensMessagesStayInOrder() {
        InboundEvent first = text(ANNA, "1");
        InboundEvent second = text(BEN, "2");
        InboundEvent third = text(ANNA, "3");

        assertThat(InboundBatches.byCitizen(List.of(first, second, third)))
                .containsExactly(List.of(first, third), List.of(second));
    }

    @Test
    void whoChangesIdentityKeepsEverybodyInLine() {
        InboundEvent first = text(ANNA, "1");
        InboundEvent moved = new InboundEvent.Moved(ANNA, BEN, "2", false);
        InboundEvent last = text(BEN, "3");

        assertThat(InboundBatches.byCitizen(List.of(first, moved, last))).containsExactly(List.of(first, moved, last));
    }

    @Test
    void aWordStandsBetweenTheMessagesBeforeAndAfterIt() {
        InboundEvent before = text(ANNA, "1");
        InboundEvent word = new InboundEvent.Asked(ANNA, "2", Keyword.INFORMATION);
        InboundEvent after = text(ANNA, "3");

        assertThat(InboundBatches.together(List.of(before, before, word, word, after)))
                .containsExactly(List.of(before, before), List.of(word), List.of(word), List.of(after));
    }

    @Test
    void aTransactionTakesSoManyAndNoMore() {
        List<List<InboundEvent>> together =
                InboundBatches.together(Collections.nCopies(2 * InboundBatches.MOST + 1, text(ANNA, "1")));

        assertThat(together).extracting(List::size).containsExactly(InboundBatches.MOST, InboundBatches.MOST, 1);
    }

    @Test
    void longMessagesDoNotShareATransaction() {
        InboundEvent essay = text(ANNA, "x".repeat(250_000));

        assertThat(InboundBatches.together(List.of(essay, essay))).hasSize(2);
    }

    private static InboundEvent text(Identity citizen, String text) {
        return new InboundEvent.Written(
                citizen, "wamid." + text.length(), Instant.EPOCH, new MessageContent.Text(text));
    }

    private static Identity identity(String bsuid) {
        return new Identity(Optional.of(bsuid), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
