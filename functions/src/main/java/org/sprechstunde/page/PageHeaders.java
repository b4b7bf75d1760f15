package org.sprechstunde.page;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sprechstunde.platform.AwsDomain;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.platform.Settings.Service;

/** What the browser must know of each file of the page: its type, and how little the page may do. */
final class PageHeaders {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "woff", "font/woff",
            "webmanifest", "application/manifest+json");

    private final String policy;

    PageHeaders(Settings settings) {
        this.policy = policy(settings);
    }

    /** The headers of the file at {@code path}, {@code packed} by gzip or as it is. */
    Map<String, String> of(String path, boolean packed) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("vary", "accept-encoding");
        if (packed) {
            headers.put("content-encoding", "gzip");
        }
        String ending = path.substring(path.lastIndexOf('.') + 1);
        headers.put("content-type", TYPES.getOrDefault(ending, "application/octet-stream"));
        headers.put("content-security-policy", policy);
        headers.put("cross-origin-opener-policy", "same-origin");
        headers.put("cross-origin-resource-policy", "same-origin");
        headers.put("permissions-policy", "camera=(), microphone=(), geolocation=(), clipboard-read=()");
        headers.put("x-frame-options", "DENY");
        headers.put("x-dns-prefetch-control", "off");
        if (path.startsWith("/assets/")) {
            // Its name is of its content, and nothing in it is anybody's.
            headers.put("cache-control", "public, max-age=31536000, immutable");
        }
        return headers;
    }

    /**
     * No inline code, no third party. Sealed files come from the bucket, logins from the OIDC server;
     * decrypted pictures and films are blobs, and the design system's icons are data addresses.
     */
    private static String policy(Settings settings) {
        String origins = Stream.of(
                        origin(settings.login().issuer()), settings.login().origin(), bucket(settings))
                .distinct()
                .collect(Collectors.joining(" "));
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "font-src 'self'",
                "manifest-src 'self'",
                "img-src 'self' blob: data:",
                "media-src blob:",
                "connect-src 'self' " + origins,
                "form-action 'self'",
                "base-uri 'none'",
                "frame-ancestors 'none'",
                "require-trusted-types-for 'script'",
                "trusted-types lit-html");
    }

    private static String bucket(Settings settings) {
        return settings.aws()
                .endpoint(Service.S3)
                .map(PageHeaders::origin)
                .orElseGet(() -> "https://" + settings.bucket() + ".s3."
                        + AwsDomain.of(settings.aws().region()));
    }

    private static String origin(String address) {
        return origin(URI.create(address));
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
