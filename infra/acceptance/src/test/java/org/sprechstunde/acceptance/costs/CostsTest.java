package org.sprechstunde.acceptance.costs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.handbook.GeneratedPart;

/** The page of costs says what follows from the counted calls, the prices and the template. */
final class CostsTest {
    private static final String PAGE = "infra/handbook/costs.md";

    private final Prices prices = Prices.read();
    private final CostTables tables = new CostTables(CountedCalls.read(), prices, StandingResources.deployed());

    @Test
    void aMonthCostsWhatThePageSays() {
        new GeneratedPart(PAGE, "month").holds(tables.perMonth());
    }

    @Test
    void aThousandEnquiriesCostWhatThePageSays() {
        new GeneratedPart(PAGE, "thousand").holds(tables.perThousand());
    }

    @Test
    void anEnquiryIsMadeOfWhatThePageSays() {
        new GeneratedPart(PAGE, "counted").holds(tables.perEnquiry());
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
        MonthlyBill quiet = month(100);
        MonthlyBill busy = month(1_000_000);

        assertThat(busy.dollars(false)).isGreaterThan(quiet.dollars(false));
        assertThat(quiet.dollars(true)).isLessThan(quiet.dollars(false));
    }

    private MonthlyBill month(double messages) {
        return new MonthlyBill(CountedCalls.read(), prices, StandingResources.deployed(), messages);
    }
}
