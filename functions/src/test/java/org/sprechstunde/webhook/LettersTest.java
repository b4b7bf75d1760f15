package org.sprechstunde.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sprechstunde.enquiry.Content;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.whatsapp.Inbound;
import org.sprechstunde.whatsapp.Word;

final class LettersTest {
    private static final Identity ANNA = identity("DE.anna");
    private static final Identity BEN = identity("DE.ben");

    @Test
    void eachCitizensMessagesStayInOrder() {
        Inbound first = text(ANNA, "1");
        Inbound second = text(BEN, "2");
        Inbound third = text(ANNA, "3");

        assertThat(Letters.byCitizen(List.of(first, second, third)))
                .containsExactly(List.of(first, third), List.of(second));
    }

    @Test
    void whoChangesIdentityKeepsEverybodyInLine() {
        Inbound first = text(ANNA, "1");
        Inbound moved = new Inbound.Moved(ANNA, BEN, "2", false);
        Inbound last = text(BEN, "3");

        assertThat(Letters.byCitizen(List.of(first, moved, last))).containsExactly(List.of(first, moved, last));
    }

    @Test
    void aWordStandsBetweenTheMessagesBeforeAndAfterIt() {
        Inbound before = text(ANNA, "1");
        Inbound word = new Inbound.Asked(ANNA, "2", Word.INFORMATION);
        Inbound after = text(ANNA, "3");

        assertThat(Letters.together(List.of(before, before, word, word, after)))
                .containsExactly(List.of(before, before), List.of(word), List.of(word), List.of(after));
    }

    @Test
    void aTransactionTakesSoManyAndNoMore() {
        List<List<Inbound>> together = Letters.together(Collections.nCopies(2 * Letters.MOST + 1, text(ANNA, "1")));

        assertThat(together).extracting(List::size).containsExactly(Letters.MOST, Letters.MOST, 1);
    }

    @Test
    void longMessagesDoNotShareATransaction() {
        Inbound essay = text(ANNA, "x".repeat(250_000));

        assertThat(Letters.together(List.of(essay, essay))).hasSize(2);
    }

    private static Inbound text(Identity citizen, String text) {
        return new Inbound.Written(citizen, "wamid." + text.length(), Instant.EPOCH, new Content.Text(text));
    }

    private static Identity identity(String bsuid) {
        return new Identity(Optional.of(bsuid), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
