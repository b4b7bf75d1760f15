package org.sprechstunde.tasks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sprechstunde.platform.Failure;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.store.Keys;
import org.sprechstunde.store.Stores;
import org.sprechstunde.work.Work;

/** Begins each new task that the stream names. The stream is a hint, the table is the truth. */
public final class TasksFunction implements RequestHandler<DynamodbEvent, @Nullable Void> {
    private final Work work;

    public TasksFunction() {
        this(Platform.lambda());
    }

    public TasksFunction(Platform platform) {
        this.work = new Work(Stores.of(platform), platform, platform.secrets());
    }

    @Override
    public @Nullable Void handleRequest(DynamodbEvent event, Context context) {
        try {
            for (DynamodbEvent.DynamodbStreamRecord change : event.getRecords()) {
                Map<String, AttributeValue> keys = change.getDynamodb().getKeys();
                work.beginFresh(new Keys(text(keys, "pk"), text(keys, "sk")));
            }
            return null;
        } catch (Exception e) {
            throw Failure.of(e);
        }
    }

    private static String text(Map<String, AttributeValue> keys, String name) {
        return Objects.requireNonNull(keys.get(name), "a change has both keys").getS();
    }
}
