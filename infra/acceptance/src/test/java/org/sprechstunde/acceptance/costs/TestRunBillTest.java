package org.sprechstunde.acceptance.costs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class TestRunBillTest {
    private static final Prices PRICES = new Prices(Prices.parse("""
        {"prices": {
          "DynamoDB write units": {"price": 0.50, "per": 1000, "free": 0},
          "DynamoDB read units": {"price": 0.10, "per": 1000, "free": 0},
          "S3 PUT requests": {"price": 1.00, "per": 100, "free": 0},
          "S3 GET requests": {"price": 0.10, "per": 100, "free": 0}}}
        """));

    @Test
    void whatWasCountedIsChargedAtListPrices() {
        var counted = Map.of("DynamoDB write units", 2000.0, "S3 PUT requests", 50.0, "S3 free requests", 99.0);

        assertThat(TestRunBill.of(counted, PRICES))
                .startsWith("2000 DynamoDB write units, 0 DynamoDB read units, 50 S3 PUT requests, 0 S3 GET requests")
                .endsWith("about 1.50 dollars at list prices");
    }
}
