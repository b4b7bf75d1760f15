package org.sprechstunde.store;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sprechstunde.enquiry.Tally;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Services;
import org.sprechstunde.platform.Settings;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The town's numbers, a counter a week. What an enquiry adds waits in its forget task until all is gone, and goes from there
 * in the transaction that adds it: so each is counted once, nobody waits for it, and nothing is counted of what is open. It
 * goes to the week in which it is counted, so that a week that is over never changes again.
 */
public final class WeekNumbers {
    /** A week's counter, after the last that was added to it; longer than any of its month is shown. */
    public static final Duration KEPT = Duration.ofDays(1100);

    private static final String COUNTED = "counted";

    private final Table table;
    private final Clock clock;

    public WeekNumbers(Services services) {
        this.table = Table.of(services);
        this.clock = services.platform().clock();
    }

    /** What was counted in the week whose Thursday this is. */
    public record Week(LocalDate thursday, Map<String, Long> counts) {}

    /** Lets {@code tally} wait in the item of a forget task. */
    public static void addTo(Map<String, AttributeValue> forget, Tally tally) {
        forget.put(
                COUNTED,
                AttributeValue.fromM(tally.counts().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Attributes.of(entry.getValue())))));
    }

    /** Counts what waits in the item of {@code task}, and takes it away from there; whether nothing waits any more. */
    public boolean settle(Task.Forget task) {
        Map<String, AttributeValue> waiting = table.get(ItemKey.task(task))
                .map(item -> item.getOrDefault(COUNTED, AttributeValue.fromM(Map.of())))
                .map(AttributeValue::m)
                .orElse(Map.of());
        if (waiting.isEmpty()) {
            return true;
        }
        Transaction transaction = table.transaction();
        transaction.update(taken(task));
        transaction.update(added(waiting));
        return transaction.commit().done();
    }

    /** What waited in the item of {@code task} waits no more, on condition that it still did. */
    public static Update taken(Task.Forget task) {
        return new Update(
                ItemKey.task(task), "REMOVE " + COUNTED, "attribute_exists(" + COUNTED + ")", Map.of(), Map.of());
    }

    private Update added(Map<String, AttributeValue> waiting) {
        Map<String, String> names = new HashMap<>(Map.of("#until", "expiresAt"));
        Map<String, AttributeValue> values = new HashMap<>();
        List<String> sums = new ArrayList<>();
        new TreeMap<>(waiting).forEach((name, number) -> {
            String place = Integer.toString(sums.size());
            names.put("#n" + place, name);
            values.put(":n" + place, number);
            sums.add("#n" + place + " :n" + place);
        });
        values.put(":until", Attributes.seconds(clock.instant().plus(KEPT)));
        LocalDate thursday = LocalDate.ofInstant(clock.instant(), Settings.ZONE).with(DayOfWeek.THURSDAY);
        String expression = "SET #until = :until ADD " + String.join(", ", sums);
        return Update.unconditional(ItemKey.week(thursday), expression, names, values);
    }

    /** All weeks that are kept, oldest first. */
    public List<Week> all() {
        return table.query(ItemKey.TOWN, ItemKey.WEEK).stream()
                .map(WeekNumbers::read)
                .toList();
    }

    private static Week read(Map<String, AttributeValue> item) {
        Map<String, Long> counts = new TreeMap<>();
        item.forEach((name, value) -> {
            if (value.n() != null && !name.equals("expiresAt")) {
                counts.put(name, Long.parseLong(value.n()));
            }
        });
        String sk = ItemKey.of(item).sk();
        return new Week(LocalDate.parse(sk.substring(ItemKey.WEEK.length())), counts);
    }
}
