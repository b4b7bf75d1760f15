package org.sprechstunde.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** An update of one item, alone or in a transaction; where the condition is empty, nothing keeps it from being done. */
public record Update(
        ItemKey keys,
        String expression,
        String condition,
        Map<String, String> names,
        Map<String, AttributeValue> values) {

    public Update {
        names = Map.copyOf(names);
        values = Map.copyOf(values);
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
        return condition.isEmpty() ? null : condition;
    }

    /** DynamoDB refuses an empty map where it accepts none. */
    private @Nullable Map<String, String> namesOrNull() {
        return names.isEmpty() ? null : names;
    }

    private @Nullable Map<String, AttributeValue> valuesOrNull() {
        return values.isEmpty() ? null : values;
    }
}
