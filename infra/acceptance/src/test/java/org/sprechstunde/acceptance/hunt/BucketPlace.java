package org.sprechstunde.acceptance.hunt;

import java.util.stream.Stream;
import org.sprechstunde.acceptance.hunt.Place.Chunk;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Names, headers, metadata and bytes of all objects, and the names of unfinished uploads. */
final class BucketPlace {
    private BucketPlace() {}

    static Place of(S3Client client, String bucket) {
        return new Place("bucket", () -> Stream.concat(objects(client, bucket), uploads(client, bucket)));
    }

    private static Stream<Chunk> objects(S3Client client, String bucket) {
        return client.listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .flatMap(key -> {
                    ResponseBytes<GetObjectResponse> object =
                            client.getObjectAsBytes(get -> get.bucket(bucket).key(key));
                    return Stream.of(
                            Chunk.of("object's name", key),
                            Chunk.of(
                                    "object's metadata",
                                    object.response().metadata().toString()),
                            Chunk.of("object's headers", headers(object.response())),
                            new Chunk("object's bytes", object.asByteArrayUnsafe()));
                });
    }

    private static String headers(GetObjectResponse object) {
        return object.sdkHttpResponse().headers().toString();
    }

    private static Stream<Chunk> uploads(S3Client client, String bucket) {
        return client.listMultipartUploadsPaginator(list -> list.bucket(bucket)).uploads().stream()
                .map(MultipartUpload::key)
                .map(key -> Chunk.of("unfinished upload's name", key));
    }
}
