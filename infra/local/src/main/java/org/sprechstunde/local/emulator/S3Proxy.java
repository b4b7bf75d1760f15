package org.sprechstunde.local.emulator;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** S3Proxy over its in-memory store: refuses what is not signed with the one key pair. */
public final class S3Proxy {
    private S3Proxy() {}

    /** Who may sign, and which pages may read. */
    public record Access(
            String accessKey, String secretKey, String origin, List<String> methods, List<String> headers) {}

    public static Emulator start(Path modules, int port, Access access) throws Exception {
        Island island = Island.of(modules.resolve("s3"));
        return island.call(() -> start(island, port, access));
    }

    private static Emulator start(Island island, int port, Access access) throws Exception {
        Class<?> builderType = island.type("org.gaul.s3proxy.S3Proxy$Builder");
        Class<?> storeType = island.type("org.gaul.s3proxy.blobstore.BlobStore");
        Object store = island.type("org.gaul.s3proxy.nio2blob.TransientNio2BlobStore")
                .getConstructor()
                .newInstance();
        URI uri = URI.create("http://127.0.0.1:" + port);
        Object builder =
                builderType.getMethod("fromProperties", Properties.class).invoke(null, properties(uri, access));
        builderType.getMethod("blobStore", storeType).invoke(builder, store);
        builderType.getMethod("stopTimeout", long.class).invoke(builder, 0L);
        Object server = builderType.getMethod("build").invoke(builder);
        Class<?> type = server.getClass();
        type.getMethod("start").invoke(server);
        return new Emulator(uri, () -> island.call(() -> type.getMethod("stop").invoke(server)));
    }

    private static Properties properties(URI uri, Access access) {
        var properties = new Properties();
        properties.setProperty("s3proxy.endpoint", uri.toString());
        properties.setProperty("s3proxy.authorization", "aws-v2-or-v4");
        properties.setProperty("s3proxy.identity", access.accessKey());
        properties.setProperty("s3proxy.credential", access.secretKey());
        properties.setProperty("s3proxy.cors-allow-origins", access.origin());
        properties.setProperty("s3proxy.cors-allow-methods", String.join(" ", access.methods()));
        properties.setProperty("s3proxy.cors-allow-headers", String.join(" ", access.headers()));
        return properties;
    }
}
