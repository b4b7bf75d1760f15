package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.FileType;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Message.Direction;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.enquiry.RetentionPolicy;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.store.EnquiryItem;
import org.sprechstunde.store.MediaBucket;
import org.sprechstunde.store.MessageItem;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Puts messages and files into an open enquiry as the functions would, only faster: straight into the stores. */
final class LargeEnquiry {
    private static final int BATCH = 25;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final RetentionPolicy RETENTION = new RetentionPolicy(Duration.ofDays(30), Duration.ofDays(90));

    private final TestTown town;
    private final String id;

    LargeEnquiry(TestTown town, String id) {
        this.town = town;
        this.id = id;
    }

    /** Adds {@code files} photos and {@code texts} texts. */
    void fill(int files, int texts) throws InterruptedException {
        store(messages(files, texts), enquiry());
    }

    /** Adds {@code texts} messages of these words. */
    void fill(int texts, String words) throws InterruptedException {
        Instant now = Instant.now();
        store(
                IntStream.rangeClosed(1, texts)
                        .mapToObj(number -> text(MessageId.next(now.plusMillis(number), now, RANDOM), words))
                        .toList(),
                enquiry());
    }

    private Enquiry enquiry() {
        return town.items().stream()
                .filter(item -> TestTown.text(item, "enquiry").equals(id)
                        && TestTown.text(item, "pk").startsWith("CITIZEN#"))
                .findFirst()
                .flatMap(item -> EnquiryItem.read(item, RETENTION))
                .orElseThrow();
    }

    private static List<Message> messages(int files, int texts) {
        List<Message> messages = new ArrayList<>();
        Instant now = Instant.now();
        for (int number = 1; number <= files + texts; number++) {
            MessageId message = MessageId.next(now.plusMillis(number), now, RANDOM);
            messages.add(number <= files ? photo(message) : text(message, "noch etwas"));
        }
        return messages;
    }

    private static Message text(MessageId id, String words) {
        return new Message(
                id, Direction.IN, new MessageContent.Text(words), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Message photo(MessageId id) {
        var file = new MessageContent.Attachment("id-at-whatsapp", "image/jpeg", Optional.empty());
        var stored = new MediaFile(
                RandomId.next(RANDOM),
                DataKey.next(RANDOM),
                MediaFile.State.STORED,
                4,
                Optional.empty(),
                true,
                FileType.JPEG,
                false);
        return new Message(
                id,
                Direction.IN,
                new MessageContent.Image(file, Optional.empty()),
                Optional.of(stored),
                Optional.empty(),
                Optional.empty());
    }

    private void store(List<Message> messages, Enquiry enquiry) throws InterruptedException {
        List<Callable<Void>> work = new ArrayList<>();
        for (int from = 0; from < messages.size(); from += BATCH) {
            List<Message> part = messages.subList(from, Math.min(messages.size(), from + BATCH));
            work.add(() -> {
                storeItems(part, enquiry);
                part.forEach(message -> storeFile(message, enquiry));
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            assertThat(threads.invokeAll(work)).allMatch(done -> done.state() == Future.State.SUCCESS);
        }
    }

    private void storeItems(List<Message> part, Enquiry enquiry) {
        List<WriteRequest> puts = part.stream()
                .map(message -> put(MessageItem.write(enquiry, message, RANDOM)))
                .toList();
        town.town()
                .stores()
                .table()
                .batchWriteItem(write -> write.requestItems(Map.of(town.town().table(), puts)));
    }

    private static WriteRequest put(Map<String, AttributeValue> item) {
        return WriteRequest.builder().putRequest(put -> put.item(item)).build();
    }

    private void storeFile(Message message, Enquiry enquiry) {
        message.file()
                .map(file -> MediaBucket.name(enquiry.id(), file.object()))
                .ifPresent(name -> town.town()
                        .stores()
                        .bucket()
                        .putObject(put -> put.bucket(town.town().bucket()).key(name), RequestBody.fromString("noise")));
    }
}
