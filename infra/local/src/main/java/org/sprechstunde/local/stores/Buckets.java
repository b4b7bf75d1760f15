package org.sprechstunde.local.stores;

import java.util.List;
import org.sprechstunde.local.template.BucketSpec;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Creates buckets; lifecycle and policy are held by tests of the template, as emulators refuse those calls. */
public final class Buckets {
    private static final int NOT_IMPLEMENTED = 501;

    private final S3Client s3;

    public Buckets(S3Client s3) {
        this.s3 = s3;
    }

    public void provision(BucketSpec bucket) {
        try {
            s3.createBucket(request -> request.bucket(bucket.name()));
        } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException ignored) {
            // Somebody's own endpoint keeps its bucket from one start to the next.
        }
    }

    /** Lets the page of {@code origin} read, where the store can be told so; S3Proxy cannot. */
    public void allow(BucketSpec bucket, String origin) {
        List<CORSRule> rules = bucket.cors().stream()
                .map(rule -> CORSRule.builder()
                        .allowedOrigins(origin)
                        .allowedMethods(rule.methods())
                        .allowedHeaders(rule.headers())
                        .build())
                .toList();
        if (!rules.isEmpty()) {
            put(bucket, rules);
        }
    }

    private void put(BucketSpec bucket, List<CORSRule> rules) {
        try {
            s3.putBucketCors(request -> request.bucket(bucket.name()).corsConfiguration(cors -> cors.corsRules(rules)));
        } catch (S3Exception e) {
            if (e.statusCode() != NOT_IMPLEMENTED) {
                throw e;
            }
        }
    }
}
