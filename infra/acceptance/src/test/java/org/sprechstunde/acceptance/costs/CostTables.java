package org.sprechstunde.acceptance.costs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.sprechstunde.acceptance.costs.CountedCalls.Occasion;

/** The tables of {@code costs.md}. */
record CostTables(CountedCalls counted, Prices prices, StandingResources standing) {
    private static final List<Integer> MESSAGES = List.of(0, 100, 1_000, 10_000, 1_000_000);
    private static final int ENQUIRIES = 1_000;

    String perMonth() {
        var table = new StringBuilder("""
            | Nachrichten im Monat | AWS, Listenpreis | AWS, mit freien Mengen | Meta, 1.000 frei | Meta, keine frei | gemieteter Server |
            |---:|---:|---:|---:|---:|---:|
            """);
        for (int messages : MESSAGES) {
            MonthlyBill month = month(messages);
            table.append("| %s | %s | %s | %s | %s | %s |%n"
                    .formatted(
                            whole(messages),
                            euro(prices.euros(month.dollars(false))),
                            euro(prices.euros(month.dollars(true))),
                            euro(prices.meta(month.sent(), true)),
                            euro(prices.meta(month.sent(), false)),
                            euro(server())));
        }
        return table.toString();
    }

    /** What a thousand enquiries add to a month in which nobody writes, item by item. */
    String perThousand() {
        double messages = ENQUIRIES * prices.assumed("messagesPerEnquiry");
        Map<String, Double> idle = month(0).amounts();
        var table = new StringBuilder("""
            | Posten | ein leerer Monat | Dollar | dazu 1.000 Anliegen | Dollar |
            |---|---:|---:|---:|---:|
            """);
        double[] sums = new double[2];
        new TreeMap<>(month(messages).amounts()).forEach((item, amount) -> {
            double before = idle.getOrDefault(item, 0.0);
            double[] dollars = {prices.dollars(item, before, false), prices.dollars(item, amount - before, false)};
            sums[0] += dollars[0];
            sums[1] += dollars[1];
            table.append("| %s | %s | %s | %s | %s |%n"
                    .formatted(
                            prices.name(item),
                            some(before),
                            cents(dollars[0]),
                            some(amount - before),
                            cents(dollars[1])));
        });
        return table.append("| **zusammen** | | **%s** | | **%s** |%n".formatted(cents(sums[0]), cents(sums[1])))
                .toString();
    }

    /** What one enquiry is made of. */
    String perEnquiry() {
        var table = new StringBuilder("""
            | Gezählt | je Anliegen | je Minute am Schreibtisch | je Aufräumlauf |
            |---|---:|---:|---:|
            """);
        Map<String, Double> enquiry = counted.on(Occasion.ENQUIRY);
        Map<String, Double> minute = counted.on(Occasion.DESK_MINUTE);
        Map<String, Double> sweep = counted.on(Occasion.SWEEP);
        Map<String, Double> all = new TreeMap<>(enquiry);
        all.putAll(minute);
        all.putAll(sweep);
        all.keySet()
                .forEach(what -> table.append("| `%s` | %s | %s | %s |%n"
                        .formatted(what, of(enquiry, what), of(minute, what), of(sweep, what))));
        return table.toString();
    }

    double dollarsPerThousand() {
        return month(ENQUIRIES * prices.assumed("messagesPerEnquiry")).dollars(false);
    }

    private MonthlyBill month(double messages) {
        return new MonthlyBill(counted, prices, standing, messages);
    }

    private double server() {
        return prices.assumed("serverEuro") + prices.assumed("serverHours") * prices.assumed("euroPerHour");
    }

    private static String of(Map<String, Double> counts, String what) {
        return counts.containsKey(what) ? some(counts.getOrDefault(what, 0.0)) : "–";
    }

    private static String whole(double amount) {
        return String.format(Locale.GERMAN, "%,.0f", amount);
    }

    private static String some(double amount) {
        if (amount == 0) {
            return "0";
        }
        return amount < 10 ? cents(amount) : whole(amount);
    }

    private static String cents(double amount) {
        return String.format(Locale.GERMAN, "%,.2f", amount);
    }

    private static String euro(double amount) {
        return (amount < 1_000 ? cents(amount) : whole(amount)) + " €";
    }
}
