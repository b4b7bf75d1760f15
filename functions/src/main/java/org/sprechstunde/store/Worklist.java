package org.sprechstunde.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The sparse index {@code worklist}: open enquiries by last message, tasks by due time. It holds keys
 * only and may lag behind, so whatever it names is read again from the table.
 */
public final class Worklist {
    private static final String INDEX = "worklist";
    private static final String TIME = "at";

    private final Table table;

    public Worklist(Table table) {
        this.table = table;
    }

    /** Places of tasks that were due at {@code now}, the longest due first. */
    public List<ItemKey> dueTasks(Instant now) {
        Map<String, AttributeValue> values =
                Map.of(":list", Attributes.of(TaskItem.LIST), ":now", Attributes.millis(now));
        return places(table.pages(query -> query.indexName(INDEX)
                .keyConditionExpression("#list = :list AND #at <= :now")
                .expressionAttributeNames(Map.of("#list", "list", "#at", "at"))
                .expressionAttributeValues(values)));
    }

    /** Places of all open enquiries. */
    public List<ItemKey> open() {
        return places(table.pages(Worklist::openOnes));
    }

    /** A page of open enquiries, newest message first, from after {@code from}, where a former page ended. */
    public Page newest(int limit, Map<String, String> from) {
        QueryResponse page =
                table.page(query -> openOnes(query).scanIndexForward(false).limit(limit), position(from));
        return new Page(places(page.items()), page.hasLastEvaluatedKey() ? texts(page.lastEvaluatedKey()) : Map.of());
    }

    /** A page; {@code next} is where the one after it begins, empty if there is none. */
    public record Page(List<ItemKey> places, Map<String, String> next) {}

    private static QueryRequest.Builder openOnes(QueryRequest.Builder query) {
        return query.indexName(INDEX)
                .keyConditionExpression("#list = :list")
                .expressionAttributeNames(Map.of("#list", "list"))
                .expressionAttributeValues(Map.of(":list", Attributes.of(EnquiryItem.LIST)));
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
