package org.sprechstunde.acceptance.costs;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Calls of AWS, by service and operation, and the units that DynamoDB charged for them. */
public final class BilledCalls {
    private static final Set<String> WRITES =
            Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");
    private static final Set<String> CHEAP_AT_S3 = Set.of("GetObject", "HeadObject");
    private static final Set<String> FREE_AT_S3 = Set.of("DeleteObject", "DeleteObjects", "AbortMultipartUpload");

    /** What finds nothing is charged too, which DynamoDB Local does not say. */
    private static final double LEAST_READ = 0.5;

    private final Map<String, Double> counted = new ConcurrentSkipListMap<>();

    void add(String service, String operation, double units) {
        switch (service) {
            case "DynamoDb" -> {
                count("DynamoDB " + operation, 1);
                if (WRITES.contains(operation)) {
                    count("DynamoDB write units", units);
                } else {
                    count("DynamoDB read units", Math.max(LEAST_READ, units));
                }
            }
            case "S3" -> {
                count("S3 " + operation, 1);
                count(kindAtS3(operation), 1);
            }
            case "secretsmanager" -> count("Secrets Manager requests", 1);
            case "sns" -> count("Sns requests", 1);
            // Lambda reads the stream for its functions, and AWS charges nothing for that.
            case "DynamoDbStreams" -> {}
            default -> count(service + " requests", 1);
        }
    }

    private static String kindAtS3(String operation) {
        if (FREE_AT_S3.contains(operation)) {
            return "S3 free requests";
        }
        return CHEAP_AT_S3.contains(operation) ? "S3 GET requests" : "S3 PUT requests";
    }

    /** Something that no AWS client does, such as a call of a function. */
    public void count(String what, double amount) {
        counted.merge(what, amount, Double::sum);
    }

    /** Everything counted so far, by name. */
    public Map<String, Double> all() {
        return new TreeMap<>(counted);
    }

    /** Both together. */
    public static Map<String, Double> sum(Map<String, Double> one, Map<String, Double> other) {
        Map<String, Double> sum = new TreeMap<>(one);
        other.forEach((what, amount) -> sum.merge(what, amount, Double::sum));
        return sum;
    }

    /** What {@code more} has beyond {@code less}. */
    public static Map<String, Double> more(Map<String, Double> more, Map<String, Double> less) {
        Map<String, Double> difference = new TreeMap<>();
        more.forEach((what, amount) -> {
            double beyond = amount - less.getOrDefault(what, 0.0);
            if (beyond > 0) {
                difference.put(what, beyond);
            }
        });
        return difference;
    }
}
