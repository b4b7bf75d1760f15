package org.sprechstunde.store;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RandomId;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The bucket of sealed files: {@code <enquiry id>/<random>}, and nothing else known about any of them. */
public final class MediaStore {
    private static final int DELETE_BATCH = 1000;

    private final S3Client client;
    private final String bucket;

    private MediaStore(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    public static MediaStore of(Platform platform) {
        return new MediaStore(platform.aws().s3(), platform.settings().bucket());
    }

    /** The object's name; also the place that its bytes are sealed to. */
    public static String name(RandomId enquiry, RandomId object) {
        return enquiry + "/" + object;
    }

    /** Stores {@code length} bytes of {@code sealed}; a stream that ends earlier stores nothing. */
    public void put(String name, InputStream sealed, long length) {
        client.putObject(
                request -> request.bucket(bucket).key(name).contentType("application/octet-stream"),
                RequestBody.fromInputStream(sealed, length));
    }

    public void delete(String name) {
        client.deleteObject(request -> request.bucket(bucket).key(name));
    }

    /** Names of all objects. */
    public List<String> names() {
        return objects("").stream().map(S3Object::key).toList();
    }

    public boolean isEmpty(RandomId enquiry) {
        return objects(prefix(enquiry)).isEmpty() && uploads(prefix(enquiry)).isEmpty();
    }

    /** Deletes every object and every unfinished upload of an enquiry; look with {@link #isEmpty} afterwards. */
    public void deleteAll(RandomId enquiry) {
        for (MultipartUpload upload : uploads(prefix(enquiry))) {
            client.abortMultipartUpload(
                    request -> request.bucket(bucket).key(upload.key()).uploadId(upload.uploadId()));
        }
        List<String> names =
                objects(prefix(enquiry)).stream().map(S3Object::key).toList();
        for (List<String> part : Batches.of(names, DELETE_BATCH)) {
            deleteAll(part);
        }
    }

    /** A 200 may still list keys that were not deleted; each is tried once more alone, loudly. */
    private void deleteAll(List<String> names) {
        List<ObjectIdentifier> identifiers = names.stream()
                .map(name -> ObjectIdentifier.builder().key(name).build())
                .toList();
        DeleteObjectsResponse response =
                client.deleteObjects(request -> request.bucket(bucket).delete(delete -> delete.objects(identifiers)));
        response.errors().forEach(error -> delete(error.key()));
    }

    private List<S3Object> objects(String prefix) {
        List<S3Object> objects = new ArrayList<>();
        for (ListObjectsV2Response page :
                client.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))) {
            objects.addAll(page.contents());
        }
        return objects;
    }

    private List<MultipartUpload> uploads(String prefix) {
        return client
                .listMultipartUploadsPaginator(request -> request.bucket(bucket).prefix(prefix))
                .uploads()
                .stream()
                .toList();
    }

    private static String prefix(RandomId enquiry) {
        return enquiry + "/";
    }
}
