package org.sprechstunde.local.template;

import java.util.List;

/** A bucket of S3 and who may ask it from a page of another origin. */
public record BucketSpec(String name, List<CorsRule> cors) {

    /** What a browser is told that it may do. */
    public record CorsRule(List<String> origins, List<String> methods, List<String> headers) {}
}
