package org.sprechstunde.acceptance.costs;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.sprechstunde.acceptance.costs.CountedCalls.Occasion;

/** A month of a town with so many messages between citizens and mayor, as AWS's bill sees it. */
final class MonthlyBill {
    static final String INVOCATIONS = "invocations of ";
    private static final Set<String> CHARGED =
            Set.of("DynamoDB write units", "DynamoDB read units", "S3 PUT requests", "S3 GET requests", "API requests");
    private static final double HOURS = 730;
    private static final double DAYS = HOURS / 24;
    private static final double SWEEPS_PER_HOUR = 12;
    private static final double CALLS_PER_HOUR = 12;

    private final CountedCalls counted;
    private final Prices prices;
    private final StandingResources standing;
    private final double enquiries;
    private final Map<String, Double> amounts = new HashMap<>();

    MonthlyBill(CountedCalls counted, Prices prices, StandingResources standing, double messages) {
        this.counted = counted;
        this.prices = prices;
        this.standing = standing;
        this.enquiries = messages / prices.assumed("messagesPerEnquiry");
        standing.amounts().forEach(this::add);
        idle();
        if (enquiries > 0) {
            busy();
        }
    }

    /** How much of everything is used up. */
    Map<String, Double> amounts() {
        return Map.copyOf(amounts);
    }

    double dollars(boolean free) {
        return amounts.entrySet().stream()
                .mapToDouble(entry -> prices.dollars(entry.getKey(), entry.getValue(), free))
                .sum();
    }

    /** Messages that the town sends, and Meta charges. */
    double sent() {
        return enquiries * counted.on(Occasion.ENQUIRY).getOrDefault("messages to the citizen", 0.0);
    }

    private void idle() {
        cold(Occasion.SWEEP, HOURS * SWEEPS_PER_HOUR);
        cold(Occasion.SEARCH, HOURS);
        keptWarm();
    }

    /** A call that asks for nothing, of each function that somebody waits for. */
    private void keptWarm() {
        standing.functionsKeptWarm()
                .forEach(function -> invoked(function, HOURS * CALLS_PER_HOUR, prices.assumed("keepWarmSeconds")));
    }

    private void busy() {
        double visits = prices.assumed("visitsPerMonth") + enquiries / prices.assumed("enquiriesPerFurtherVisit");
        cold(Occasion.ENQUIRY, enquiries);
        cold(Occasion.VISIT, visits);
        happens(
                Occasion.DESK_MINUTE,
                enquiries * prices.assumed("deskMinutesPerEnquiry"),
                prices.assumed("warmSeconds"));
        searched(Occasion.OPEN_IN_SEARCH, prices.assumed("daysAnEnquiryIsOpen"));
        searched(Occasion.MARKS_IN_SEARCH, prices.assumed("daysAMarkIsKept"));
        add("Gigabytes to the browser", enquiries * prices.assumed("photoMegabytes") / 1000);
        // A metric is charged for the hours in which something is counted.
        double hours = Math.min(HOURS, enquiries * prices.assumed("messagesPerEnquiry"));
        add("Metrics", counted.on(Occasion.ENQUIRY).getOrDefault("metrics", 0.0) * hours / HOURS);
    }

    /** What lies in the table is read by every hourly search. */
    private void searched(Occasion occasion, double days) {
        happens(occasion, enquiries * days / DAYS * HOURS, 0);
    }

    /** Each function starts anew: dearer than it is, and safe to plan with. */
    private void cold(Occasion occasion, double times) {
        happens(occasion, times, prices.assumed("coldSeconds"));
        double starts = invocations(occasion) * times;
        add("KMS requests", starts * prices.assumed("kmsRequestsPerColdStart"));
        add("Secrets Manager requests", starts);
    }

    private void happens(Occasion occasion, double times, double seconds) {
        counted.on(occasion).forEach((what, count) -> {
            double amount = count * times;
            if (what.startsWith(INVOCATIONS)) {
                invoked(what.substring(INVOCATIONS.length()), amount, seconds);
            } else if (what.equals("log bytes")) {
                add("Log gigabytes", amount / 1e9);
            } else if (what.equals("bytes to the browser")) {
                add("Gigabytes to the browser", amount / 1e9);
            } else if (CHARGED.contains(what)) {
                add(what, amount);
            }
            if (what.equals("API requests")) {
                add("Log gigabytes", amount * prices.assumed("logBytesOfApiPerRequest") / 1e9);
            }
        });
    }

    private void invoked(String function, double times, double seconds) {
        add("Lambda requests", times);
        add("Lambda GB-seconds", times * seconds * standing.gigabytes(function));
        add("Log gigabytes", times * prices.assumed("logBytesOfLambdaPerInvocation") / 1e9);
    }

    private double invocations(Occasion occasion) {
        return counted.on(occasion).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(INVOCATIONS))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private void add(String item, double amount) {
        amounts.merge(item, amount, Double::sum);
    }
}
