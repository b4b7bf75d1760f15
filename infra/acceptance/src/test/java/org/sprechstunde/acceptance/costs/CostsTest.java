package org.sprechstunde.acceptance.costs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.handbook.Generated;

/** The page of costs says what follows from the counted calls, the prices and the template. */
final class CostsTest {
    private static final String PAGE = "infra/handbook/costs.md";

    private final Prices prices = Prices.read();
    private final CostTables tables = new CostTables(Counted.read(), prices, Standing.deployed());

    @Test
    void aMonthCostsWhatThePageSays() {
        new Generated(PAGE, "month").holds(tables.perMonth());
    }

    @Test
    void aThousandEnquiriesCostWhatThePageSays() {
        new Generated(PAGE, "thousand").holds(tables.perThousand());
    }

    @Test
    void anEnquiryIsMadeOfWhatThePageSays() {
        new Generated(PAGE, "counted").holds(tables.perEnquiry());
    }

    @Test
    void everyPriceSaysWhereItComesFrom() {
        assertThat(prices.json().path("prices"))
                .isNotEmpty()
                .allSatisfy(price -> assertThat(prices.json()
                                .path("sources")
                                .has(price.path("source").asText()))
                        .isTrue());
    }

    @Test
    void moreMessagesCostMoreAndWhatIsFreeCostsLess() {
        Month quiet = month(100);
        Month busy = month(1_000_000);

        assertThat(busy.dollars(false)).isGreaterThan(quiet.dollars(false));
        assertThat(quiet.dollars(true)).isLessThan(quiet.dollars(false));
    }

    private Month month(double messages) {
        return new Month(Counted.read(), prices, Standing.deployed(), messages);
    }
}
