package org.sprechstunde.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.BestEffort;
import org.sprechstunde.enquiry.ErasureRecord;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.RandomId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A task as an item. Ids, times and counts only. */
public final class TaskItem {
    /** Value of {@code list} that puts a task into the worklist. */
    static final String LIST = "TASK";

    private static final String CODE = "code";

    private TaskItem() {}

    /** The item of {@code task}; {@code keep} is the last instant that it may exist. */
    public static Map<String, AttributeValue> write(Task task, Instant keep) {
        Map<String, AttributeValue> item = new HashMap<>(ItemKey.task(task).attributes());
        item.put("list", Attributes.of(LIST));
        item.put("at", Attributes.millis(task.due()));
        item.put("attempts", Attributes.of(task.attempts()));
        item.put("expiresAt", Attributes.ttl(keep));
        switch (task) {
            case Task.FetchMedia fetch ->
                item.put("message", Attributes.of(fetch.message().toString()));
            case Task.Greet _ -> {}
            case Task.Tell tell -> item.put("text", Attributes.of(tell.text().word()));
            case Task.ForgetFile forget -> writeFile(item, forget.file());
            case Task.Forget forget -> writeErasure(item, forget.erasure());
        }
        return item;
    }

    /** The item of a forget task: it may stay as long as WhatsApp might redeliver what it forgets. */
    public static Map<String, AttributeValue> writeForget(Task.Forget task) {
        return write(task, task.erasure().unreadableSince().plus(SeenMark.KEPT));
    }

    private static void writeFile(Map<String, AttributeValue> item, Task.LateFile file) {
        item.put("object", Attributes.of(file.object().value()));
        item.put("until", Attributes.millis(file.until()));
    }

    private static void writeErasure(Map<String, AttributeValue> item, ErasureRecord erasure) {
        item.put("unreadableSince", Attributes.millis(erasure.unreadableSince()));
        erasure.erasedAt().ifPresent(time -> item.put("erasedAt", Attributes.millis(time)));
        item.put("messages", Attributes.of(erasure.extent().messages()));
        item.put("files", Attributes.of(erasure.extent().media()));
        item.put("fileBytes", Attributes.of(erasure.extent().bytes()));
        item.put("farewell", Attributes.of(erasure.farewell().message().name()));
        item.put("contactBook", Attributes.of(erasure.farewell().contactBook().name()));
        item.put("mediaAtWhatsApp", Attributes.of(erasure.farewell().media().name()));
        erasure.logged().ifPresent(logged -> {
            item.put(CODE, Attributes.of(logged.code()));
            item.put("cause", Attributes.of(logged.cause().name()));
        });
    }

    /** The task in {@code item}; empty if its kind, or the text that it tells, is not one of ours. */
    public static Optional<Task> read(Map<String, AttributeValue> item) {
        return Task.Kind.of(key(item)[1]).flatMap(kind -> read(kind, item));
    }

    private static Optional<Task> read(Task.Kind kind, Map<String, AttributeValue> item) {
        return switch (kind) {
            case FETCH_MEDIA -> Optional.of(new Task.FetchMedia(header(item), message(item)));
            case GREET -> Optional.of(new Task.Greet(header(item)));
            case TELL -> AutoReply.of(Attributes.text(item, "text")).map(text -> new Task.Tell(header(item), text));
            case FORGET_FILE -> Optional.of(new Task.ForgetFile(header(item), file(item)));
            case FORGET -> Optional.of(readForget(item));
        };
    }

    /** The forget task in {@code item}. */
    public static Task.Forget readForget(Map<String, AttributeValue> item) {
        return new Task.Forget(header(item), erasure(item));
    }

    /** Of a task's sort key: what it is, its kind, its token. */
    private static String[] key(Map<String, AttributeValue> item) {
        return ItemKey.of(item).sk().split("#", -1);
    }

    private static Task.Header header(Map<String, AttributeValue> item) {
        return new Task.Header(
                ItemKey.of(item).enquiry().orElseThrow(),
                new RandomId(key(item)[2]),
                Math.toIntExact(Attributes.number(item, "attempts")),
                Attributes.time(item, "at"));
    }

    private static MessageId message(Map<String, AttributeValue> item) {
        return MessageId.parse(Attributes.text(item, "message")).orElseThrow();
    }

    private static Task.LateFile file(Map<String, AttributeValue> item) {
        return new Task.LateFile(new RandomId(Attributes.text(item, "object")), Attributes.time(item, "until"));
    }

    private static ErasureRecord erasure(Map<String, AttributeValue> item) {
        return new ErasureRecord(
                Attributes.time(item, "unreadableSince"),
                item.containsKey("erasedAt") ? Optional.of(Attributes.time(item, "erasedAt")) : Optional.empty(),
                new ErasureRecord.Extent(
                        Attributes.number(item, "messages"),
                        Attributes.number(item, "files"),
                        Attributes.number(item, "fileBytes")),
                new ErasureRecord.Farewell(
                        answer(item, "farewell"), answer(item, "contactBook"), answer(item, "mediaAtWhatsApp")),
                Attributes.optionalText(item, CODE).map(code -> new ErasureRecord.Logged(code, cause(item))));
    }

    private static ErasureRecord.Cause cause(Map<String, AttributeValue> item) {
        return ErasureRecord.Cause.valueOf(Attributes.text(item, "cause"));
    }

    private static BestEffort answer(Map<String, AttributeValue> item, String name) {
        return BestEffort.valueOf(Attributes.text(item, name));
    }
}
