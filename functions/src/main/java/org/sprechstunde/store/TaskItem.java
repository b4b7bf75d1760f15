package org.sprechstunde.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.enquiry.AutomaticText;
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
        Map<String, AttributeValue> item = new HashMap<>(Keys.task(task).attributes());
        item.put("list", Values.of(LIST));
        item.put("at", Values.millis(task.due()));
        item.put("attempts", Values.of(task.attempts()));
        item.put("expiresAt", Values.seconds(keep));
        task.message().ifPresent(id -> item.put("message", Values.of(id.toString())));
        task.file().ifPresent(file -> {
            item.put("object", Values.of(file.object().value()));
            item.put("until", Values.millis(file.until()));
        });
        task.text().ifPresent(text -> item.put("text", Values.of(text.word())));
        task.erasure().ifPresent(erasure -> item.putAll(ErasureItem.write(erasure)));
        return item;
    }

    /** The item of a forget task: it may stay as long as WhatsApp might redeliver what it forgets. */
    public static Map<String, AttributeValue> writeForget(Task task) {
        return write(task, task.erasure().orElseThrow().unreadableSince().plus(SeenMark.KEPT));
    }

    /** The task in {@code item}; empty if its kind is not one of ours. */
    public static Optional<Task> read(Map<String, AttributeValue> item) {
        Keys keys = Keys.of(item);
        String[] parts = keys.sk().split("#", -1);
        return TaskKind.of(parts[1])
                .map(kind -> new Task(
                        keys.enquiry().orElseThrow(),
                        kind,
                        new RandomId(parts[2]),
                        Math.toIntExact(Values.number(item, "attempts")),
                        Values.time(item, "at"),
                        Values.optionalText(item, "message").flatMap(MessageId::parse),
                        kind == TaskKind.FORGET ? Optional.of(ErasureItem.read(item)) : Optional.empty(),
                        Values.optionalText(item, "object")
                                .map(object -> new LateFile(new RandomId(object), Values.time(item, "until"))),
                        Values.optionalText(item, "text").flatMap(AutomaticText::of)));
    }
}
