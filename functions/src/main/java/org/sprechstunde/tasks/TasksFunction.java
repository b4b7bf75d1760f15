package org.sprechstunde.tasks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sprechstunde.platform.HandlerFailure;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.ItemKey;

/** Begins new tasks, as many as the stream names. The stream is a hint, the table is the truth. */
public final class TasksFunction implements RequestHandler<DynamodbEvent, @Nullable Void> {
    private final TaskRunner taskRunner;

    public TasksFunction() {
        this(Platform.lambda());
    }

    public TasksFunction(Platform platform) {
        this.taskRunner = new TaskRunner(new Services(platform));
    }

    @Override
    public @Nullable Void handleRequest(DynamodbEvent event, Context context) {
        try {
            taskRunner.beginFresh(event.getRecords().stream()
                    .map(change -> change.getDynamodb().getKeys())
                    .map(keys -> new ItemKey(text(keys, "pk"), text(keys, "sk")))
                    .toList());
            return null;
        } catch (Exception e) {
            throw HandlerFailure.of(e);
        }
    }

    private static String text(Map<String, AttributeValue> keys, String name) {
        return Objects.requireNonNull(keys.get(name), "a change has both keys").getS();
    }
}
