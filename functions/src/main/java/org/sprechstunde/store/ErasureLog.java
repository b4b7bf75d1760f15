package org.sprechstunde.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sprechstunde.platform.Services;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The log of erasures as it lies in the table: lines in a row, and where they end. Each comes in one transaction with the
 * new end, so that no two follow on the same one, and with the code that it is about, so that no erasure has two.
 */
public final class ErasureLog {
    private static final String LINE = "line";
    private static final String HASH = "hash";
    private static final String SEALED = "sealed";
    private static final String TEXT = "text";
    private static final String SIGNATURE = "signature";

    private final Table table;

    public ErasureLog(Services services) {
        this.table = Table.of(services);
    }

    /**
     * Where the log ends.
     *
     * @param line the number of its last line
     * @param hash of that line's text
     * @param sealed the day on which it was last signed; empty if it never was
     */
    public record End(long line, String hash, String sealed) {
        private static final End OF_NOTHING = new End(0, "0".repeat(64), "");

        /** The end after one more line. */
        public End followedBy(String newHash) {
            return new End(line + 1, newHash, sealed);
        }

        /** The same, signed on {@code day}. */
        public End sealedOn(String day) {
            return new End(line, hash, day);
        }
    }

    public End end() {
        return table.get(ItemKey.logHead())
                .map(item -> new End(
                        Attributes.number(item, LINE),
                        Attributes.text(item, HASH),
                        Attributes.optionalText(item, SEALED).orElse("")))
                .orElse(End.OF_NOTHING);
    }

    /** The text of a line. */
    public Optional<String> line(long number) {
        return table.get(ItemKey.logLine(number)).map(item -> Attributes.text(item, TEXT));
    }

    /** Adds the line of an erasure, unless the log has gone on since {@code before} was read, or has it already. */
    public boolean add(End before, End after, String text, Update code) {
        Transaction transaction = writing(before, after, Map.of(TEXT, Attributes.of(text)));
        transaction.update(code);
        return transaction.commit().done();
    }

    /** Adds a signed line, unless the log has gone on since {@code before} was read. */
    public boolean addSealed(End before, End after, String text, String signature) {
        return writing(before, after, Map.of(TEXT, Attributes.of(text), SIGNATURE, Attributes.of(signature)))
                .commit()
                .done();
    }

    private Transaction writing(End before, End after, Map<String, AttributeValue> line) {
        Transaction transaction = table.transaction();
        transaction.update(moved(before, after));
        transaction.update(written(after.line(), line));
        return transaction;
    }

    private static Update moved(End before, End after) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(
                ":line", Attributes.of(after.line()),
                ":hash", Attributes.of(after.hash()),
                ":sealed", Attributes.of(after.sealed())));
        boolean first = before.line() == 0;
        if (!first) {
            values.put(":before", Attributes.of(before.line()));
        }
        return new Update(
                ItemKey.logHead(),
                "SET #line = :line, #hash = :hash, sealed = :sealed",
                first ? "attribute_not_exists(#line)" : "#line = :before",
                Map.of("#line", LINE, "#hash", HASH),
                values);
    }

    private static Update written(long number, Map<String, AttributeValue> line) {
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        line.forEach((name, value) -> {
            names.put("#" + name, name);
            values.put(":" + name, value);
        });
        String all = line.keySet().stream()
                .sorted()
                .map(name -> "#" + name + " = :" + name)
                .collect(Collectors.joining(", "));
        return new Update(ItemKey.logLine(number), "SET " + all, "attribute_not_exists(pk)", names, values);
    }
}
