package org.sprechstunde.store;

import java.time.Duration;
import org.sprechstunde.platform.Lazy;
import org.sprechstunde.platform.Platform;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Addresses under which the page may load, or store, one sealed file for a minute. */
public final class PresignedUrls {
    private static final Duration VALID = Duration.ofSeconds(60);

    private final Lazy<S3Presigner> presigner;
    private final String bucket;

    public PresignedUrls(Platform platform) {
        this.presigner = new Lazy<>(platform.aws()::presigner);
        this.bucket = platform.settings().bucket();
    }

    /** Where exactly {@code length} bytes of an object that is to be may be stored. */
    public String forUpload(String name, long length) {
        return presigner
                .get()
                .presignPutObject(presign -> presign.signatureDuration(VALID)
                        .putObjectRequest(put -> put.bucket(bucket)
                                .key(name)
                                .contentType(MultipartWrite.ANY_TYPE)
                                .contentLength(length)))
                .url()
                .toString();
    }

    public String to(String name) {
        return presigner
                .get()
                .presignGetObject(presign -> presign.signatureDuration(VALID)
                        .getObjectRequest(get -> get.bucket(bucket).key(name)))
                .url()
                .toString();
    }
}
