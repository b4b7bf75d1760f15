package org.sprechstunde.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.BestEffort;
import org.sprechstunde.enquiry.ErasureRecord;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.RandomId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class TaskItemTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();

    static List<Task> everyTask() {
        ErasureRecord erasure = ErasureRecord.begun(NOW, new ErasureRecord.Extent(3, 2, 1000));
        ErasureRecord erased = erasure.answered(
                        new ErasureRecord.Farewell(BestEffort.DONE, BestEffort.FAILED, BestEffort.SKIPPED))
                .completed(NOW.plusSeconds(1));
        RandomId enquiry = RandomId.next(RANDOM);
        RandomId object = RandomId.next(RANDOM);
        return List.of(
                Task.fetchMedia(enquiry, MessageId.next(NOW, NOW, RANDOM), NOW, RANDOM),
                Task.greet(enquiry, NOW, RANDOM),
                new Task.Greet(new Task.Header(enquiry, RandomId.next(RANDOM), 3, NOW)),
                Task.tell(enquiry, AutoReply.TOO_LARGE, NOW, RANDOM),
                Task.forgetFile(enquiry, Task.LateFile.unwantedSince(NOW, object), NOW.plusSeconds(1), RANDOM),
                Task.forgetUpload(enquiry, object, NOW),
                Task.forget(enquiry, erasure, NOW, RANDOM),
                Task.forget(enquiry, erased, NOW, RANDOM).begun());
    }

    @ParameterizedTest
    @MethodSource("everyTask")
    void aTaskIsReadBackAsItWas(Task task) {
        assertThat(TaskItem.read(TaskItem.write(task, NOW))).hasValue(task);
    }

    /** Tasks that an earlier release has stored are begun by this one, and the reverse after a step back. */
    @Test
    void whatATaskHoldsStandsUnderTheSameNamesAsInEveryRelease() {
        RandomId enquiry = new RandomId("0123456789abcdef0123456789abcdef");
        RandomId token = new RandomId("fedcba9876543210fedcba9876543210");
        var header = new Task.Header(enquiry, token, 2, NOW);
        MessageId message = MessageId.next(NOW, NOW, RANDOM);
        var farewell = new ErasureRecord.Farewell(BestEffort.DONE, BestEffort.FAILED, BestEffort.SKIPPED);
        var erasure = new ErasureRecord(
                NOW,
                Optional.of(NOW),
                new ErasureRecord.Extent(3, 2, 1000),
                farewell,
                Optional.of(new ErasureRecord.Logged("a-keyed-hash", ErasureRecord.Cause.CITIZEN)));
        AttributeValue now = AttributeValue.fromN("1795424400000");

        assertThat(own(new Task.FetchMedia(header, message), "fetch-media"))
                .isEqualTo(Map.of("message", AttributeValue.fromS(message.toString())));
        assertThat(own(new Task.Greet(header), "greet")).isEmpty();
        assertThat(own(new Task.Tell(header, AutoReply.TOO_LARGE), "tell"))
                .isEqualTo(Map.of("text", AttributeValue.fromS("too-large")));
        assertThat(own(new Task.ForgetFile(header, new Task.LateFile(token, NOW)), "forget-file"))
                .isEqualTo(Map.of("object", AttributeValue.fromS(token.value()), "until", now));
        assertThat(own(new Task.Forget(header, erasure), "forget"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("unreadableSince", now),
                        Map.entry("erasedAt", now),
                        Map.entry("messages", AttributeValue.fromN("3")),
                        Map.entry("files", AttributeValue.fromN("2")),
                        Map.entry("fileBytes", AttributeValue.fromN("1000")),
                        Map.entry("farewell", AttributeValue.fromS("DONE")),
                        Map.entry("contactBook", AttributeValue.fromS("FAILED")),
                        Map.entry("mediaAtWhatsApp", AttributeValue.fromS("SKIPPED")),
                        Map.entry("code", AttributeValue.fromS("a-keyed-hash")),
                        Map.entry("cause", AttributeValue.fromS("CITIZEN"))));
    }

    /** What the item has besides that which every task's has. */
    private static Map<String, AttributeValue> own(Task task, String kind) {
        Map<String, AttributeValue> item = TaskItem.write(task, NOW);
        Map<String, AttributeValue> common = Map.of(
                "pk", AttributeValue.fromS("ENQUIRY#0123456789abcdef0123456789abcdef"),
                "sk", AttributeValue.fromS("TASK#" + kind + "#fedcba9876543210fedcba9876543210"),
                "list", AttributeValue.fromS("TASK"),
                "at", AttributeValue.fromN("1795424400000"),
                "attempts", AttributeValue.fromN("2"),
                "expiresAt", AttributeValue.fromN("1795683600"));
        assertThat(item).containsAllEntriesOf(common);
        item.keySet().removeAll(common.keySet());
        return item;
    }

    @Test
    void aTaskOfALaterReleaseIsLeftToIt() {
        Task told = Task.tell(RandomId.next(RANDOM), AutoReply.TOO_LARGE, NOW, RANDOM);
        Map<String, AttributeValue> text = TaskItem.write(told, NOW);
        Map<String, AttributeValue> kind = TaskItem.write(told, NOW);

        text.put("text", Attributes.of("canary"));
        kind.put("sk", Attributes.of("TASK#canary#" + told.token()));

        assertThat(TaskItem.read(text)).isEmpty();
        assertThat(TaskItem.read(kind)).isEmpty();
    }
}
