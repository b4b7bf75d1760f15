package org.sprechstunde.acceptance.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.ItemKey;

/** Two queries of an index that lags may both name what has just moved from one to the other; the table takes no key twice. */
final class NamedTwiceTest {
    private static ConditionTable table;

    @BeforeAll
    static void start() throws Exception {
        table = new ConditionTable();
    }

    @Test
    void anEnquiryThatIsNamedTwiceIsReadOnce() {
        Enquiry enquiry = table.open();
        ItemKey place = ItemKey.citizen(enquiry.citizen());

        assertThat(Enquiries.of(table.services).open(List.of(place, place)))
                .extracting(Enquiry::id)
                .containsExactly(enquiry.id());
    }

    @Test
    void whatIsNamedTwiceIsDeleted() {
        ItemKey place = ItemKey.citizen(table.open().citizen());

        table.table.delete(List.of(place, place));

        assertThat(table.table.get(place)).isEmpty();
    }
}
