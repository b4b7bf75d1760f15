package org.sprechstunde.acceptance.conditions;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A condition in which one comparison is another, or none.
 *
 * @param nth which of its comparisons, from 0
 */
record ConditionMutant(ConditionedWrite write, int nth, Mistake mistake) {
    private static final Pattern COMPARISON = Pattern.compile(
            "attribute_(?:not_)?exists\\([^)]*\\)|[#\\w]+ (<>|<=|>=|<|>|=) :\\w+|[#\\w]+ IN \\([^)]*\\)");

    /** A write and its condition, in the table's language. */
    record ConditionedWrite(String change, String condition) {
        /** A list of values is as long as what is written needs it. */
        ConditionedWrite {
            condition = condition.replaceAll(" IN \\([^)]*\\)", " IN (:listed)");
        }
    }

    private enum Mistake {
        ALWAYS,
        NEVER,
        OR_LESS,
        OR_MORE,
        NOT_EQUAL;

        /** {@code comparison} with the mistake; the same where it has no place for it. */
        private String in(String comparison) {
            return switch (this) {
                case ALWAYS -> "(" + comparison + " OR attribute_exists(pk) OR attribute_not_exists(pk))";
                case NEVER -> "(" + comparison + " AND attribute_exists(pk) AND attribute_not_exists(pk))";
                case OR_LESS -> comparison.replaceFirst(" [<=] ", " <= ");
                case OR_MORE -> comparison.replaceFirst(" [>=] ", " >= ");
                case NOT_EQUAL -> comparison.replaceFirst(" ([<>])= ", " $1 ");
            };
        }
    }

    /** All of {@code write}. */
    static List<ConditionMutant> of(ConditionedWrite write) {
        List<MatchResult> comparisons =
                COMPARISON.matcher(write.condition()).results().toList();
        return IntStream.range(0, comparisons.size())
                .boxed()
                .flatMap(nth -> Stream.of(Mistake.values())
                        .filter(mistake -> changes(comparisons.get(nth).group(), mistake))
                        .filter(mistake -> mistake != Mistake.NEVER || !isSaidTwice(write, comparisons.get(nth)))
                        .map(mistake -> new ConditionMutant(write, nth, mistake)))
                .toList();
    }

    private static boolean changes(String comparison, Mistake mistake) {
        return !mistake.in(comparison).equals(comparison);
    }

    /** What is not there differs from everything, in DynamoDB as well: that it may be missing is said to the reader only. */
    private static boolean isSaidTwice(ConditionedWrite write, MatchResult comparison) {
        String attribute = comparison.group().replaceAll("attribute_not_exists\\((.*)\\)", "$1");
        return write.condition().contains(comparison.group() + " OR " + attribute + " <> ");
    }

    /** What goes to the table in the place of {@code condition}; empty if that is another write's. */
    Optional<String> instead(String change, String condition) {
        if (!write.equals(new ConditionedWrite(change, condition))) {
            return Optional.empty();
        }
        MatchResult comparison =
                COMPARISON.matcher(condition).results().skip(nth).findFirst().orElseThrow();
        return Optional.of(condition.substring(0, comparison.start())
                + mistake.in(comparison.group())
                + condition.substring(comparison.end()));
    }
}
