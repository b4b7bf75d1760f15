package org.sprechstunde.local.access;

/**
 * That something may be done, or was done.
 *
 * @param action such as {@code dynamodb:GetItem}
 * @param resource its kind, for a town has one of each: {@code table}, {@code table/index/worklist}, {@code object} …
 */
public record Grant(String action, String resource) implements Comparable<Grant> {

    /** The grant of {@code action} on the resource with this ARN. */
    public static Grant of(String action, String arn) {
        return new Grant(action, kind(arn));
    }

    private static String kind(String arn) {
        return switch (arn.startsWith("arn:") ? arn.split(":", 4)[2] : "") {
            case "dynamodb" -> table(arn);
            case "s3" -> arn.endsWith("/*") ? "object" : "bucket";
            case "secretsmanager" -> "secret";
            case "sns" -> "topic";
            case "kms" -> "key";
            default -> "other";
        };
    }

    private static String table(String arn) {
        int index = arn.indexOf("/index/");
        if (index >= 0) {
            return "table" + arn.substring(index);
        }
        return arn.contains("/stream/") ? "stream" : "table";
    }

    @Override
    public int compareTo(Grant other) {
        int actions = action.compareTo(other.action);
        return actions == 0 ? resource.compareTo(other.resource) : actions;
    }

    @Override
    public String toString() {
        return action + " on " + resource;
    }
}
