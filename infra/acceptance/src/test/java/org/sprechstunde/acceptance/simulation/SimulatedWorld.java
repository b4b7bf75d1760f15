package org.sprechstunde.acceptance.simulation;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.sprechstunde.acceptance.simulation.History.Retention;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.crypto.SealedBox;
import org.sprechstunde.local.ExampleTown;
import org.sprechstunde.local.stores.Tables;
import org.sprechstunde.local.template.TableSpec;
import org.sprechstunde.local.template.TownTemplate;
import org.sprechstunde.platform.AwsClients;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.repository.Repository;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Stores, WhatsApp, clock and chance of one simulated town; used for one schedule after the other. */
final class SimulatedWorld {
    /** How far a function's clock may be from the right time, in milliseconds. */
    static final long SKEW = 5000;

    private static final int BATCH = 25;

    static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");
    static final Map<String, String> TEMPLATE =
            ExampleTown.with(Map.of("WhatsAppPhoneNumberId", SignedWebhooks.NUMBER));

    private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
    private final SeededRandom random = new SeededRandom();
    private final SimulatedWhatsApp graph = new SimulatedWhatsApp(now::get);
    private final SimulatedTable table;
    private final DynamoDbClient items;
    private final S3Client objects;
    private final String tableName;
    private final String bucketName;
    private final Map<Retention, SimulatedFunctions> deployments = new EnumMap<>(Retention.class);
    private final List<SkewedClock> clocks = new ArrayList<>();
    private Retention deployed = Retention.STANDARD;

    SimulatedWorld(Emulators emulators, int number) throws Exception {
        SdkHttpClient store = Emulators.newTable();
        var template = TownTemplate.read(Repository.file("template.yaml"), TEMPLATE);
        // Stream and TTL are simulated, too.
        TableSpec wanted = template.tables().getFirst().bare();
        tableName = wanted.name();
        bucketName = "world-" + number;
        table = new SimulatedTable(store);
        var keys = StaticCredentialsProvider.create(
                AwsBasicCredentials.create(Emulators.ACCESS_KEY, Emulators.SECRET_KEY));
        items = DynamoDbClient.builder()
                .endpointOverride(URI.create("http://" + Wire.TABLE))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(keys)
                .httpClient(store)
                .build();
        objects = S3Client.builder()
                .endpointOverride(emulators.bucketAddress())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(keys)
                .httpClient(emulators.http())
                .forcePathStyle(true)
                .build();
        new Tables(items).provision(wanted);
        objects.createBucket(create -> create.bucket(bucketName));
        var bucket = new SimulatedBucket(emulators.http(), objects, bucketName);
        var wire = new Wire(table, bucket, graph);
        for (Retention retention : Retention.values()) {
            Settings settings = Settings.of(environment(emulators, retention));
            deployments.put(retention, new SimulatedFunctions(() -> platform(wire, settings)));
        }
    }

    private Platform platform(Wire wire, Settings settings) {
        SkewedClock clock = new SkewedClock();
        clocks.add(clock);
        return new Platform(
                settings,
                clock,
                _ -> StepScheduler.pause(),
                random,
                new Threads(),
                new AwsClients(settings.aws(), () -> wire));
    }

    private Map<String, String> environment(Emulators emulators, Retention retention) {
        Map<String, String> environment = new HashMap<>();
        environment.put("TABLE", tableName);
        environment.put("BUCKET", bucketName);
        environment.put("SECRET", "secret");
        environment.put("TOWN", "Heringen");
        environment.put("TOWN_HALL_HOURS", "dienstags");
        environment.put("TOWN_HALL_HOURS_ENGLISH", "Tuesdays");
        environment.put("FEDERAL_STATE", "HE");
        environment.put("MAYOR_FORM", "office");
        environment.put("WHATSAPP_STORAGE", "default");
        environment.put("CITIZEN_LANGUAGES", "de,en");
        environment.put("PRIVACY_NOTICE_URL", "https://notice.example");
        environment.put("SIGNS", "typing");
        environment.put("REMINDER_HOURS", "3");
        environment.put("PAGE_URL", "https://page.example/");
        environment.put("RETENTION_IDLE_DAYS", Integer.toString(retention.idleDays));
        environment.put("RETENTION_MAX_DAYS", Integer.toString(retention.maximumDays));
        environment.put("WHATSAPP_API_URL", "https://" + SimulatedWhatsApp.HOST);
        environment.put("WHATSAPP_API_VERSION", "v26.0");
        environment.put("WHATSAPP_PHONE_NUMBER_ID", SignedWebhooks.NUMBER);
        environment.put("WHATSAPP_MEDIA_HOST", SimulatedWhatsApp.MEDIA);
        environment.put("OIDC_ISSUER", "https://login.example");
        environment.put("OIDC_CLIENT_ID", "page");
        environment.put("OIDC_SCOPE", "mayor");
        environment.put("LOGIN_ORIGIN", "https://login.example");
        environment.put("AWS_REGION", "eu-central-1");
        // Each failure reaches our code: the SDK's own patience would only hide it.
        environment.put("AWS_MAX_ATTEMPTS", "1");
        environment.put("AWS_ACCESS_KEY_ID", Emulators.ACCESS_KEY);
        environment.put("AWS_SECRET_ACCESS_KEY", Emulators.SECRET_KEY);
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", "http://" + Wire.TABLE);
        environment.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", "http://" + Wire.SECRETS);
        environment.put("AWS_ENDPOINT_URL_KMS", "http://" + Wire.KMS);
        environment.put("ERASURE_LOG_KEY", SimulatedKms.ARN);
        environment.put("AWS_ENDPOINT_URL_S3", emulators.bucketAddress().toString());
        return environment;
    }

    void restart(long seed) {
        erase();
        now.set(MORNING);
        random.restart(seed);
        graph.clear();
        table.restart();
        deployed = Retention.STANDARD;
        clocks.forEach(clock -> clock.skew = Duration.ZERO);
    }

    /** No two computers agree on the time. */
    void skew(Random chance) {
        clocks.forEach(clock -> clock.skew = Duration.ofMillis(chance.nextLong(-SKEW, SKEW)));
    }

    /** The same functions with another setting, as after a deployment. */
    void deploy(Retention retention) {
        deployed = retention;
    }

    /** DynamoDB deletes what it may, some of it. */
    void timeToLive(Random chance) {
        long now = now().getEpochSecond();
        items().stream()
                .filter(item -> !text(item, "pk").startsWith("SEEN#"))
                .filter(item -> item.containsKey("expiresAt"))
                .filter(item -> Long.parseLong(text(item, "expiresAt")) <= now && chance.nextBoolean())
                .forEach(this::delete);
    }

    private void delete(Map<String, AttributeValue> item) {
        items.deleteItem(delete -> delete.tableName(tableName).key(key(item)));
    }

    private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
        return Map.of("pk", AttributeValue.fromS(text(item, "pk")), "sk", AttributeValue.fromS(text(item, "sk")));
    }

    /** Whether a sweep would find nothing to do for {@code rest}: no task, and no enquiry whose time ends. */
    boolean isQuietFor(Duration rest) {
        long end = now().plus(rest).plusMillis(2 * SKEW).getEpochSecond();
        return items().stream()
                .noneMatch(item -> text(item, "sk").startsWith("TASK#")
                        || (item.containsKey("endsAt") && Long.parseLong(text(item, "endsAt")) <= end));
    }

    private void erase() {
        List<WriteRequest> deletes = items().stream()
                .map(item -> DeleteRequest.builder().key(key(item)).build())
                .map(delete -> WriteRequest.builder().deleteRequest(delete).build())
                .toList();
        for (int from = 0; from < deletes.size(); from += BATCH) {
            List<WriteRequest> batch = deletes.subList(from, Math.min(deletes.size(), from + BATCH));
            items.batchWriteItem(write -> write.requestItems(Map.of(tableName, batch)));
        }
        objectNames("")
                .forEach(name ->
                        objects.deleteObject(delete -> delete.bucket(bucketName).key(name)));
        unfinished()
                .forEach(upload -> objects.abortMultipartUpload(
                        abort -> abort.bucket(bucketName).key(upload.key()).uploadId(upload.uploadId())));
    }

    SimulatedFunctions functions() {
        return Objects.requireNonNull(deployments.get(deployed));
    }

    SimulatedTable table() {
        return table;
    }

    SimulatedWhatsApp graph() {
        return graph;
    }

    Instant now() {
        return now.get();
    }

    void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    List<Map<String, AttributeValue>> items() {
        return items.scanPaginator(scan -> scan.tableName(tableName).consistentRead(true)).items().stream()
                .toList();
    }

    /** A text or number of an item; empty if it has none. */
    static String text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .map(value -> value.n() == null ? value.s() : value.n())
                .orElse("");
    }

    List<String> objectNames(String prefix) {
        return objects.listObjectsV2(list -> list.bucket(bucketName).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /** Names of objects whose upload has begun and not ended. */
    List<String> uploads() {
        return unfinished().stream().map(MultipartUpload::key).toList();
    }

    private List<MultipartUpload> unfinished() {
        return objects.listMultipartUploads(list -> list.bucket(bucketName)).uploads();
    }

    /** Seals {@code file} and puts it there, as the page does. */
    void put(String name, byte[] key, byte[] file) {
        byte[] sealed = SealedBox.seal(file, DataKey.of(key), name, random);
        objects.putObject(put -> put.bucket(bucketName).key(name), RequestBody.fromBytes(sealed));
    }

    byte[] object(String name) {
        return objects.getObjectAsBytes(get -> get.bucket(bucketName).key(name)).asByteArray();
    }

    private final class SkewedClock extends Clock {
        private Duration skew = Duration.ZERO;

        @Override
        public Instant instant() {
            return now.get().plus(skew);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
