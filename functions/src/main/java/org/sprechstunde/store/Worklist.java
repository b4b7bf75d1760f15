package org.sprechstunde.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The sparse indexes: {@code worklist} has open enquiries by last message and tasks by due time, {@code triage} those whose
 * citizen waits, by how long, {@code ends} open enquiries by their last day. They hold keys only and may lag behind, so
 * whatever they name is read again from the table.
 */
public final class Worklist {
    private static final String INDEX = "worklist";
    private static final String TIME = "at";

    private final Table table;

    public Worklist(Table table) {
        this.table = table;
    }

    /** Among whom an enquiry waits. */
    public enum Group {
        /** A message spoke of danger. */
        URGENT,
        OTHERS
    }

    /** Places of tasks that were due at {@code now}, the longest due first. */
    public List<ItemKey> dueTasks(Instant now) {
        return listed(TaskItem.LIST, now);
    }

    /** Places of what stands in {@code list} since {@code now} or before, the longest first. */
    List<ItemKey> listed(String list, Instant now) {
        Map<String, AttributeValue> values = Map.of(":list", Attributes.of(list), ":now", Attributes.millis(now));
        return places(table.pages(query -> query.indexName(INDEX)
                .keyConditionExpression("#list = :list AND #at <= :now")
                .expressionAttributeNames(Map.of("#list", "list", "#at", TIME))
                .expressionAttributeValues(values)));
    }

    /** Places of enquiries whose time is over at {@code now}; not of one from before limits were stored with each. */
    public List<ItemKey> ended(Instant now) {
        Map<String, AttributeValue> values =
                Map.of(":list", Attributes.of(EnquiryItem.LIST), ":now", Attributes.seconds(now));
        return places(table.pages(query -> query.indexName("ends")
                .keyConditionExpression("#list = :list AND endsAt <= :now")
                .expressionAttributeNames(Map.of("#list", "list"))
                .expressionAttributeValues(values)));
    }

    /** Places of those whose last message is newer than {@code after}. */
    public List<ItemKey> since(Instant after) {
        return places(table.pages(query -> newerThan(query, after)));
    }

    /** Places of all open enquiries. */
    public List<ItemKey> open() {
        return places(table.pages(Worklist::openOnes));
    }

    /** Where the next page of a list begins: what the last one ended with. */
    public record Limit(int most, Map<String, String> from) {}

    /** A page of open enquiries, newest message first. */
    public Page newest(Limit limit) {
        return page(
                table.page(query -> openOnes(query).scanIndexForward(false).limit(limit.most), position(limit.from)));
    }

    /** A page of those whose last message is newer than {@code after}, oldest first. */
    public Page since(Instant after, Limit limit) {
        return page(table.page(query -> newerThan(query, after).limit(limit.most), position(limit.from)));
    }

    /** A page of those who wait in these groups, longest first. */
    public Page waiting(Collection<Group> groups, Limit limit) {
        List<Waiting> all = new ArrayList<>();
        for (Group group : groups) {
            all.addAll(waiting(group, limit));
        }
        // Of the same moment, each group keeps the order in which the index goes on.
        List<Waiting> first = all.stream()
                .sorted(Comparator.comparing(Waiting::since))
                .limit(limit.most)
                .toList();
        if (first.size() < limit.most) {
            return new Page(first.stream().map(Waiting::place).toList(), Map.of());
        }
        Map<String, String> next = new HashMap<>(limit.from);
        first.forEach(each -> next.putAll(each.position()));
        return new Page(first.stream().map(Waiting::place).toList(), next);
    }

    private List<Waiting> waiting(Group group, Limit limit) {
        QueryResponse page =
                table.page(query -> inGroup(query, group).limit(limit.most), Waiting.start(group, limit.from));
        return page.items().stream().map(item -> Waiting.of(group, item)).toList();
    }

    /** Of all that wait, who stands in which group. */
    public Map<Group, Set<ItemKey>> groups() {
        Map<Group, Set<ItemKey>> groups = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            Stream<ItemKey> members = places(table.pages(query -> inGroup(query, group))).stream();
            groups.put(group, members.collect(Collectors.toSet()));
        }
        return groups;
    }

    /** A page; {@code next} is where the one after it begins, empty if there is none. */
    public record Page(List<ItemKey> places, Map<String, String> next) {}

    /** An entry of the index {@code triage}. */
    private record Waiting(Group group, ItemKey place, String citizen, Instant since) {
        static Waiting of(Group group, Map<String, AttributeValue> item) {
            return new Waiting(
                    group, ItemKey.of(item), Attributes.text(item, "pk"), Attributes.time(item, EnquiryItem.WAITING));
        }

        Map<String, String> position() {
            return Map.of(group + " pk", citizen, group + " at", Long.toString(since.toEpochMilli()));
        }

        static Map<String, AttributeValue> start(Group group, Map<String, String> from) {
            String citizen = from.getOrDefault(group + " pk", "");
            if (citizen.isEmpty()) {
                return Map.of();
            }
            return Map.of(
                    "pk",
                    Attributes.of(citizen),
                    "sk",
                    Attributes.of(ItemKey.OPEN),
                    EnquiryItem.TRIAGE,
                    Attributes.of(group.name()),
                    EnquiryItem.WAITING,
                    AttributeValue.fromN(from.getOrDefault(group + " at", "0")));
        }
    }

    private static QueryRequest.Builder inGroup(QueryRequest.Builder query, Group group) {
        return query.indexName(EnquiryItem.TRIAGE)
                .keyConditionExpression("triage = :group")
                .expressionAttributeValues(Map.of(":group", Attributes.of(group.name())));
    }

    private static QueryRequest.Builder newerThan(QueryRequest.Builder query, Instant after) {
        return query.indexName(INDEX)
                .keyConditionExpression("#list = :list AND #at > :after")
                .expressionAttributeNames(Map.of("#list", "list", "#at", TIME))
                .expressionAttributeValues(
                        Map.of(":list", Attributes.of(EnquiryItem.LIST), ":after", Attributes.millis(after)));
    }

    private static QueryRequest.Builder openOnes(QueryRequest.Builder query) {
        return query.indexName(INDEX)
                .keyConditionExpression("#list = :list")
                .expressionAttributeNames(Map.of("#list", "list"))
                .expressionAttributeValues(Map.of(":list", Attributes.of(EnquiryItem.LIST)));
    }

    private static Page page(QueryResponse page) {
        return new Page(places(page.items()), page.hasLastEvaluatedKey() ? texts(page.lastEvaluatedKey()) : Map.of());
    }

    private static List<ItemKey> places(List<Map<String, AttributeValue>> items) {
        return items.stream().map(ItemKey::of).toList();
    }

    private static Map<String, AttributeValue> position(Map<String, String> texts) {
        Map<String, AttributeValue> position = new HashMap<>();
        texts.forEach((name, text) ->
                position.put(name, name.equals(TIME) ? AttributeValue.fromN(text) : Attributes.of(text)));
        return position;
    }

    private static Map<String, String> texts(Map<String, AttributeValue> position) {
        Map<String, String> texts = new HashMap<>();
        position.forEach((name, value) -> texts.put(name, name.equals(TIME) ? value.n() : value.s()));
        return texts;
    }
}
