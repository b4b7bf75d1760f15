package org.sprechstunde.acceptance.town;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.EnquiryPlace;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Message.Direction;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.enquiry.RetentionPolicy;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.store.EnquiryItem;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Enquiries of people whom no function has heard of, straight into the table. */
final class OpenEnquiries {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final RetentionPolicy RETENTION = new RetentionPolicy(Duration.ofDays(30), Duration.ofDays(90));
    private static final int BATCH = 25;
    /** In minutes: too old for a reminder, too young to expire. */
    private static final int YOUNGEST = 2 * 24 * 60;

    private static final int OLDEST = 29 * 24 * 60;

    private final TestTown town;

    OpenEnquiries(TestTown town) {
        this.town = town;
    }

    /** {@code count} that wait. */
    void fill(int count) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Void>> work = new ArrayList<>();
            for (int from = 0; from < count; from += BATCH) {
                int many = Math.min(BATCH, count - from);
                work.add(() -> {
                    store(many);
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        }
    }

    private void store(int many) {
        List<WriteRequest> puts = IntStream.range(0, many)
                .mapToObj(_ -> WriteRequest.builder()
                        .putRequest(put -> put.item(waiting()))
                        .build())
                .toList();
        town.town()
                .stores()
                .table()
                .batchWriteItem(write -> write.requestItems(Map.of(town.town().table(), puts)));
    }

    private static Map<String, AttributeValue> waiting() {
        Instant written = Instant.now().minus(Duration.ofMinutes(YOUNGEST + RANDOM.nextInt(OLDEST - YOUNGEST)));
        Message first = new Message(
                MessageId.next(written, written, RANDOM),
                Direction.IN,
                new MessageContent.Text("In der Schulstraße ist die Laterne vor Nummer 12 aus."),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        String hmac = RandomId.next(RANDOM).value() + RandomId.next(RANDOM).value();
        var place = new EnquiryPlace(hmac, Set.of(), Optional.empty());
        var fresh = new Enquiry.Fresh(RandomId.next(RANDOM), place, DataKey.next(RANDOM));
        return EnquiryItem.write(Enquiry.opened(fresh, somebody(), first, RETENTION), RANDOM);
    }

    private static Identity somebody() {
        return new Identity(
                Optional.empty(),
                Optional.of("DE." + RandomId.next(RANDOM)),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Offen"),
                Optional.empty(),
                Optional.empty());
    }
}
