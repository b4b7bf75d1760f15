package org.sprechstunde.acceptance.costs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts from now to its end what the tests ask of table and bucket, and says at list prices what it costs. */
public final class TestRunBill implements AutoCloseable {
    private static final List<String> CHARGED =
            List.of("DynamoDB write units", "DynamoDB read units", "S3 PUT requests", "S3 GET requests");

    private final CallMeter.Count count = CallMeter.start(_ -> true);

    @Override
    public void close() {
        count.close();
        System.out.println("[bill] " + of(count.calls().all(), Prices.read()));
    }

    static String of(Map<String, Double> counted, Prices prices) {
        String items = CHARGED.stream()
                .map(item -> "%.0f %s".formatted(counted.getOrDefault(item, 0.0), item))
                .collect(Collectors.joining(", "));
        double dollars = CHARGED.stream()
                .mapToDouble(item -> prices.dollars(item, counted.getOrDefault(item, 0.0), false))
                .sum();
        return String.format(Locale.ROOT, "%s: about %.2f dollars at list prices", items, dollars);
    }
}
