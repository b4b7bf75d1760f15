package org.sprechstunde.acceptance.town;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.emulator.WhatsAppEmulator;
import org.sprechstunde.emulator.chat.Attachment;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.FileKind;
import org.sprechstunde.emulator.phone.MessageDraft;
import org.sprechstunde.emulator.web.Body;
import org.sprechstunde.local.LocalTown;
import org.sprechstunde.local.Options;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A running town, with the eyes of a tester: the API, both stores and the functions' log. */
final class TestTown implements AutoCloseable {
    private final LocalTown town;
    private final boolean storesElsewhere;
    private final ApiClient api;

    private TestTown(LocalTown town, boolean storesElsewhere) {
        this.town = town;
        this.storesElsewhere = storesElsewhere;
        this.api = new ApiClient(town.page(), town.token());
    }

    static TestTown start() {
        return start(Options.forTest());
    }

    static TestTown start(Options options) {
        Options led = TestStores.of(options);
        return new TestTown(LocalTown.start(led), TestStores.areElsewhere(led));
    }

    LocalTown town() {
        return town;
    }

    WhatsAppEmulator meta() {
        return town.meta();
    }

    ApiClient api() {
        return api;
    }

    /** Every item of the table, as it lies there. */
    List<Map<String, AttributeValue>> items() {
        return town
                .stores()
                .table()
                .scanPaginator(scan -> scan.tableName(town.table()).consistentRead(true))
                .items()
                .stream()
                .toList();
    }

    /** Changes numbers of an open enquiry's item as if another release or more time had written them. */
    void change(String enquiry, Map<String, Long> numbers) {
        Map<String, AttributeValue> item = new HashMap<>(items().stream()
                .filter(each -> text(each, "pk").startsWith("CITIZEN#")
                        && text(each, "enquiry").equals(enquiry))
                .findFirst()
                .orElseThrow());
        numbers.forEach((name, number) -> item.put(name, AttributeValue.fromN(number.toString())));
        put(item);
    }

    /** The sort keys of everything in an enquiry's partition, and of the citizen's item if it stands. */
    List<String> itemsOf(String enquiry) {
        List<String> found = new ArrayList<>();
        for (Map<String, AttributeValue> item : items()) {
            boolean inPartition = text(item, "pk").equals("ENQUIRY#" + enquiry);
            boolean citizens = text(item, "pk").startsWith("CITIZEN#")
                    && text(item, "enquiry").equals(enquiry);
            if (inPartition || citizens) {
                found.add(text(item, "sk"));
            }
        }
        return found;
    }

    /** The names of an enquiry's objects. */
    List<String> objectsOf(String enquiry) {
        return town
                .stores()
                .bucket()
                .listObjectsV2(list -> list.bucket(town.bucket()).prefix(enquiry))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    /** The names of all unfinished uploads. */
    List<String> uploads() {
        return uploadsOf(town.stores().bucket()).stream()
                .map(MultipartUpload::key)
                .toList();
    }

    /** An object's bytes as they lie in the bucket. */
    byte[] objectBytes(String name) {
        return town.stores()
                .bucket()
                .getObjectAsBytes(get -> get.bucket(town.bucket()).key(name))
                .asByteArray();
    }

    /** Puts an item, as nothing should. */
    void put(Map<String, AttributeValue> item) {
        town.stores().table().putItem(put -> put.tableName(town.table()).item(item));
    }

    /** Puts an object, as an upload that ends late does. */
    void putObject(String name, byte[] bytes) {
        town.stores().bucket().putObject(put -> put.bucket(town.bucket()).key(name), RequestBody.fromBytes(bytes));
    }

    /** Runs the sweep as its five-minute schedule does. */
    void sweep() {
        town.invoke("SweepFunction", "{\"detail-type\":\"Scheduled Event\"}");
    }

    /** Runs the sweep as its hourly schedule does. */
    void sweepForLeftovers() {
        town.invoke("SweepFunction", "{\"detail-type\":\"Leftovers\"}");
    }

    /** How many lines the functions have logged of this event. */
    long logged(String event) {
        return town.log().stream()
                .filter(line -> line.text().contains("\"event\":\"" + event + "\""))
                .count();
    }

    static CitizenMessage file(FileKind kind, String mimeType, byte[] bytes) {
        return CitizenMessage.of(
                MessageDraft.File.of(kind, new Attachment(new Body(mimeType, bytes), Optional.empty())));
    }

    static String text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s).orElse("");
    }

    /** What lies elsewhere outlives the town: nothing of a test may stay there. */
    @Override
    public void close() {
        try {
            if (storesElsewhere) {
                removeStores();
            }
        } finally {
            town.close();
        }
    }

    private void removeStores() {
        S3Client bucket = town.stores().bucket();
        uploadsOf(bucket)
                .forEach(upload -> bucket.abortMultipartUpload(
                        abort -> abort.bucket(town.bucket()).key(upload.key()).uploadId(upload.uploadId())));
        bucket.listObjectsV2Paginator(list -> list.bucket(town.bucket())).contents().stream()
                .toList()
                .forEach(object -> bucket.deleteObject(
                        delete -> delete.bucket(town.bucket()).key(object.key())));
        bucket.deleteBucket(delete -> delete.bucket(town.bucket()));
        town.stores().table().deleteTable(delete -> delete.tableName(town.table()));
    }

    private List<MultipartUpload> uploadsOf(S3Client bucket) {
        return bucket.listMultipartUploads(list -> list.bucket(town.bucket())).uploads();
    }
}
