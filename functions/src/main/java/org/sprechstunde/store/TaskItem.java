package org.sprechstunde.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.LateFile;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.enquiry.TaskKind;
import org.sprechstunde.platform.RandomId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A task as an item. Ids, times and counts only. */
public final class TaskItem {
    /** Value of {@code list} that puts a task into the worklist. */
    static final String LIST = "TASK";

    private TaskItem() {}

    /** The item of {@code task}; {@code keep} is the last instant that it may exist. */
    public static Map<String, AttributeValue> write(Task task, Instant keep) {
        Map<String, AttributeValue> item = new HashMap<>(ItemKey.task(task).attributes());
        item.put("list", Attributes.of(LIST));
        item.put("at", Attributes.millis(task.due()));
        item.put("attempts", Attributes.of(task.attempts()));
        item.put("expiresAt", Attributes.seconds(keep));
        task.message().ifPresent(id -> item.put("message", Attributes.of(id.toString())));
        task.file().ifPresent(file -> {
            item.put("object", Attributes.of(file.object().value()));
            item.put("until", Attributes.millis(file.until()));
        });
        task.text().ifPresent(text -> item.put("text", Attributes.of(text.word())));
        task.erasure().ifPresent(erasure -> item.putAll(ErasureItem.write(erasure)));
        return item;
    }

    /** The item of a forget task: it may stay as long as WhatsApp might redeliver what it forgets. */
    public static Map<String, AttributeValue> writeForget(Task task) {
        return write(task, task.erasure().orElseThrow().unreadableSince().plus(SeenMark.KEPT));
    }

    /** The task in {@code item}; empty if its kind is not one of ours. */
    public static Optional<Task> read(Map<String, AttributeValue> item) {
        ItemKey itemKey = ItemKey.of(item);
        String[] parts = itemKey.sk().split("#", -1);
        return TaskKind.of(parts[1])
                .map(kind -> new Task(
                        itemKey.enquiry().orElseThrow(),
                        kind,
                        new RandomId(parts[2]),
                        Math.toIntExact(Attributes.number(item, "attempts")),
                        Attributes.time(item, "at"),
                        Attributes.optionalText(item, "message").flatMap(MessageId::parse),
                        kind == TaskKind.FORGET ? Optional.of(ErasureItem.read(item)) : Optional.empty(),
                        Attributes.optionalText(item, "object")
                                .map(object -> new LateFile(new RandomId(object), Attributes.time(item, "until"))),
                        Attributes.optionalText(item, "text").flatMap(AutoReply::of)));
    }
}
