package org.sprechstunde.local.stores;

import java.util.List;
import org.sprechstunde.local.template.BucketSpec;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.CORSRule;

/** Creates buckets; lifecycle and policy are held by tests of the template, as emulators refuse those calls. */
public final class Buckets {
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

    /** Lets the page of {@code origin} read; not for S3Proxy, which has this in its configuration. */
    public void allow(BucketSpec bucket, String origin) {
        List<CORSRule> rules = bucket.cors().stream()
                .map(rule -> CORSRule.builder()
                        .allowedOrigins(origin)
                        .allowedMethods(rule.methods())
                        .allowedHeaders(rule.headers())
                        .build())
                .toList();
        if (!rules.isEmpty()) {
            s3.putBucketCors(request -> request.bucket(bucket.name()).corsConfiguration(cors -> cors.corsRules(rules)));
        }
    }
}
