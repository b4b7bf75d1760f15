package org.sprechstunde.acceptance.simulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** S3Proxy, which can also leave keys undeleted and say so key by key, or refuse for now. */
final class SimulatedBucket {
    private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");
    private static final SimulatedWhatsApp.Answer SLOW_DOWN =
            new SimulatedWhatsApp.Answer(503, "<Error><Code>SlowDown</Code></Error>".getBytes(StandardCharsets.UTF_8));

    private final SdkHttpClient store;
    private final S3Client own;
    private final String name;

    SimulatedBucket(SdkHttpClient store, S3Client own, String name) {
        this.store = store;
        this.own = own;
        this.name = name;
    }

    HttpExecuteResponse pass(HttpExecuteRequest request) throws IOException {
        return store.prepareRequest(request).call();
    }

    HttpExecuteResponse partly(HttpExecuteRequest request) throws IOException {
        boolean deletion = request.httpRequest().rawQueryParameters().containsKey("delete");
        return Wire.response(deletion ? deleteHalf(new String(Wire.body(request), StandardCharsets.UTF_8)) : SLOW_DOWN);
    }

    /** The request is signed as a whole, so its half is deleted by a client of our own. */
    private SimulatedWhatsApp.Answer deleteHalf(String request) {
        List<String> keys =
                KEY.matcher(request).results().map(MatchResult::group).toList();
        keys.stream()
                .limit(keys.size() / 2)
                .map(SimulatedBucket::key)
                .forEach(key -> own.deleteObject(delete -> delete.bucket(name).key(key)));
        String errors = keys.stream()
                .skip(keys.size() / 2)
                .map(key -> "<Error>" + key + "<Code>InternalError</Code></Error>")
                .collect(Collectors.joining());
        return new SimulatedWhatsApp.Answer(
                200, ("<DeleteResult>" + errors + "</DeleteResult>").getBytes(StandardCharsets.UTF_8));
    }

    private static String key(String element) {
        return element.replaceAll("</?Key>", "");
    }
}
