package org.sprechstunde.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of DynamoDB.
 *
 * @param attributes name to type ({@code S}, {@code N}, {@code B}) of the key attributes
 * @param ttl the attribute that DynamoDB expires items by
 * @param stream the stream's view, if the table has one
 */
public record TableSpec(
        String name,
        String arn,
        Map<String, String> attributes,
        List<KeyPart> keys,
        List<Index> indexes,
        Optional<String> ttl,
        Optional<String> stream) {

    /** Part of a primary key; {@code kind} is HASH or RANGE. */
    public record KeyPart(String attribute, String kind) {}

    /** A global secondary index; {@code projection} is ALL, KEYS_ONLY or INCLUDE. */
    public record Index(String name, List<KeyPart> keys, String projection, List<String> included) {}

    /** The same table where nobody reads its stream, and nothing goes by another clock than the reader's own. */
    public TableSpec bare() {
        return new TableSpec(name, arn, attributes, keys, indexes, Optional.empty(), Optional.empty());
    }
}
