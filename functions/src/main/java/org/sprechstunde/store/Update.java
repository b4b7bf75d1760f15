package org.sprechstunde.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** An update of one item, alone or in a transaction, on a condition or {@link #unconditional}. */
public record Update(
        ItemKey keys,
        String expression,
        String condition,
        Map<String, String> names,
        Map<String, AttributeValue> values) {

    private static final String NONE = "";

    public Update {
        names = Map.copyOf(names);
        values = Map.copyOf(values);
    }

    /** One that nothing keeps from being done. */
    public static Update unconditional(
            ItemKey keys, String expression, Map<String, String> names, Map<String, AttributeValue> values) {
        return new Update(keys, expression, NONE, names, values);
    }

    software.amazon.awssdk.services.dynamodb.model.Update inTransaction(String table) {
        return software.amazon.awssdk.services.dynamodb.model.Update.builder()
                .tableName(table)
                .key(keys.attributes())
                .updateExpression(expression)
                .conditionExpression(conditionOrNull())
                .expressionAttributeNames(namesOrNull())
                .expressionAttributeValues(valuesOrNull())
                .build();
    }

    UpdateItemRequest alone(String table) {
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(keys.attributes())
                .updateExpression(expression)
                .conditionExpression(conditionOrNull())
                .expressionAttributeNames(namesOrNull())
                .expressionAttributeValues(valuesOrNull())
                .build();
    }

    private @Nullable String conditionOrNull() {
        return condition.equals(NONE) ? null : condition;
    }

    /** DynamoDB refuses an empty map where it accepts none. */
    private @Nullable Map<String, String> namesOrNull() {
        return names.isEmpty() ? null : names;
    }

    private @Nullable Map<String, AttributeValue> valuesOrNull() {
        return values.isEmpty() ? null : values;
    }
}
