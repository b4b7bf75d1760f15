package org.sprechstunde.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sprechstunde.platform.Lazy;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Services;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The bucket of sealed files: {@code <enquiry id>/<random>}, and nothing else known about any of them. */
public final class MediaBucket {
    private static final int DELETE_BATCH = 1000;

    private static final Duration SHORT = Duration.ofSeconds(8);

    private final Lazy<S3Client> client;
    private final String bucket;

    private MediaBucket(Services services) {
        this.client = new Lazy<>(services.platform().aws()::s3);
        this.bucket = services.platform().settings().bucket();
    }

    public static MediaBucket of(Services services) {
        return services.once(MediaBucket.class, MediaBucket::new);
    }

    /** The object's name; also the place that its bytes are sealed to. */
    public static String name(RandomId enquiry, RandomId object) {
        return enquiry + "/" + object;
    }

    /** The enquiry whose object has this name, if it is named like one. */
    public static Optional<RandomId> enquiry(String name) {
        return RandomId.parse(name.split("/", 2)[0]);
    }

    /** Stores all of {@code sealed}; a stream that breaks off stores nothing. */
    public void put(String name, InputStream sealed) throws IOException {
        new MultipartWrite(client.get(), bucket, name).write(sealed);
    }

    /** The object's bytes; empty if there is none, or none of this length. It is looked for first. */
    public Optional<byte[]> read(String name, int length) {
        return exists(name) ? bytes(name, length) : Optional.empty();
    }

    private Optional<byte[]> bytes(String name, int length) {
        try (var object =
                client.get().getObject(request -> request.bucket(bucket).key(name))) {
            if (object.response().contentLength() != length) {
                object.abort();
                return Optional.empty();
            }
            byte[] bytes = new byte[length];
            return object.readNBytes(bytes, 0, length) == length ? Optional.of(bytes) : Optional.empty();
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete(String name) {
        client.get()
                .deleteObject(request -> request.bucket(bucket).key(name).overrideConfiguration(MediaBucket::shortly));
    }

    /** Names of all objects and of all unfinished uploads. */
    public Set<String> names() {
        return names("");
    }

    /** Whether there is an object of exactly this name. */
    public boolean exists(String name) {
        return objects(name).stream().anyMatch(object -> object.key().equals(name));
    }

    public boolean isEmpty(RandomId enquiry) {
        return names(prefix(enquiry)).isEmpty();
    }

    /** Names of an enquiry's objects. */
    public List<String> objectsOf(RandomId enquiry) {
        return objects(prefix(enquiry)).stream().map(S3Object::key).toList();
    }

    /** Deletes whatever has this name, finished or not. */
    public void remove(String name) {
        abort(name);
        delete(name);
    }

    /** Ends every unfinished upload of an enquiry. */
    public void abortUploads(RandomId enquiry) {
        abort(prefix(enquiry));
    }

    private void abort(String prefix) {
        for (MultipartUpload upload : uploads(prefix)) {
            client.get()
                    .abortMultipartUpload(request -> request.bucket(bucket)
                            .key(upload.key())
                            .uploadId(upload.uploadId())
                            .overrideConfiguration(MediaBucket::shortly));
        }
    }

    /** Deletes objects; look with {@link #isEmpty} afterwards. */
    public void delete(Collection<String> names) {
        Batches.of(names, DELETE_BATCH).forEach(this::deleteAtOnce);
    }

    /** A 200 may still list keys that were not deleted; each is tried once more alone, loudly. */
    private void deleteAtOnce(List<String> names) {
        List<ObjectIdentifier> identifiers = names.stream()
                .map(name -> ObjectIdentifier.builder().key(name).build())
                .toList();
        DeleteObjectsResponse response = client.get()
                .deleteObjects(request -> request.bucket(bucket)
                        .delete(delete -> delete.objects(identifiers))
                        .overrideConfiguration(MediaBucket::shortly));
        response.errors().forEach(error -> delete(error.key()));
    }

    private Set<String> names(String prefix) {
        Set<String> names = new TreeSet<>();
        objects(prefix).forEach(object -> names.add(object.key()));
        uploads(prefix).forEach(upload -> names.add(upload.key()));
        return names;
    }

    private List<S3Object> objects(String prefix) {
        List<S3Object> objects = new ArrayList<>();
        for (ListObjectsV2Response page : client.get()
                .listObjectsV2Paginator(
                        request -> request.bucket(bucket).prefix(prefix).overrideConfiguration(MediaBucket::shortly))) {
            objects.addAll(page.contents());
        }
        return objects;
    }

    private List<MultipartUpload> uploads(String prefix) {
        return client
                .get()
                .listMultipartUploadsPaginator(
                        request -> request.bucket(bucket).prefix(prefix).overrideConfiguration(MediaBucket::shortly))
                .uploads()
                .stream()
                .toList();
    }

    /** Somebody waits for an erasure's answer; an upload may take longer. */
    private static void shortly(AwsRequestOverrideConfiguration.Builder call) {
        call.apiCallTimeout(SHORT);
    }

    private static String prefix(RandomId enquiry) {
        return enquiry + "/";
    }
}
