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
 * The town's numbers, a counter a week. What an enquiry adds waits in its forget task, and is added in the transaction that
 * takes that task away once all is gone: so each is counted once, nobody waits for it, and nothing is counted of what is
 * open. It goes to the week in which it is counted, so that a week that is over never changes again.
 */
public final class WeekNumbers {
    private static final Duration KEPT = Duration.ofDays(1100);
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

    /** Takes away a task that is done, and counts what waits in it. */
    public void settle(Task.Forget task) {
        Map<String, AttributeValue> waiting = table.get(ItemKey.task(task))
                .map(item -> item.getOrDefault(COUNTED, AttributeValue.fromM(Map.of())))
                .map(AttributeValue::m)
                .orElse(Map.of());
        if (waiting.isEmpty()) {
            table.delete(ItemKey.task(task));
            return;
        }
        Transaction transaction = table.transaction();
        transaction.deleteStanding(ItemKey.task(task));
        transaction.update(added(waiting));
        // What another has counted, or is in the way now, needs nothing: the task stays for the next round, or is gone.
        transaction.commit();
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
        return new Update(
                ItemKey.week(thursday), "SET #until = :until ADD " + String.join(", ", sums), "", names, values);
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
