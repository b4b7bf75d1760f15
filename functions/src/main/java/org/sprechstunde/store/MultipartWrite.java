package org.sprechstunde.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * Writes a stream into one object, in constant memory.
 *
 * <p>Each piece is read by the caller's thread before it is sent. The HTTP client reads a request's body on the
 * thread of its event loop: were that body another response of the same client, the loop could wait for bytes that
 * only itself can bring, for ever. A piece in memory can also be sent a second time.
 */
final class MultipartWrite {
    /** S3 wants 5 MiB at least for all parts but the last. */
    static final int PIECE = 8 << 20;

    static final String ANY_TYPE = "application/octet-stream";

    private final S3Client client;
    private final String bucket;
    private final String name;

    MultipartWrite(S3Client client, String bucket, String name) {
        this.client = client;
        this.bucket = bucket;
        this.name = name;
    }

    /** Nothing is stored unless {@code content} has been read to its end without an exception. */
    void write(InputStream content) throws IOException {
        // One for all pieces: each is sent before the next is read, and what is left lying would be many times as much.
        byte[] piece = new byte[PIECE];
        int first = content.readNBytes(piece, 0, PIECE);
        if (first < PIECE) {
            client.putObject(request -> request.bucket(bucket).key(name).contentType(ANY_TYPE), body(piece, first));
            return;
        }
        String id = client.createMultipartUpload(
                        request -> request.bucket(bucket).key(name).contentType(ANY_TYPE))
                .uploadId();
        try {
            complete(id, parts(id, piece, content));
        } catch (IOException | RuntimeException e) {
            abort(id, e);
            throw e;
        }
    }

    /** The first piece is full already. */
    private List<CompletedPart> parts(String id, byte[] piece, InputStream content) throws IOException {
        List<CompletedPart> parts = new ArrayList<>();
        for (int length = PIECE; length > 0; length = content.readNBytes(piece, 0, PIECE)) {
            parts.add(part(id, parts.size() + 1, body(piece, length)));
        }
        return parts;
    }

    private CompletedPart part(String id, int number, RequestBody body) {
        String tag = client.uploadPart(
                        request -> request.bucket(bucket).key(name).uploadId(id).partNumber(number), body)
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }

    private void complete(String id, List<CompletedPart> parts) {
        client.completeMultipartUpload(request ->
                request.bucket(bucket).key(name).uploadId(id).multipartUpload(upload -> upload.parts(parts)));
    }

    /** What cannot be aborted now is found by the enquiry's erasure or by the bucket's lifecycle. */
    private void abort(String id, Exception reason) {
        try {
            client.abortMultipartUpload(
                    request -> request.bucket(bucket).key(name).uploadId(id));
        } catch (SdkException e) {
            reason.addSuppressed(e);
        }
    }

    private static RequestBody body(byte[] piece, int length) {
        return RequestBody.fromContentProvider(() -> new ByteArrayInputStream(piece, 0, length), length, ANY_TYPE);
    }
}
