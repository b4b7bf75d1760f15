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
        IsolatedClassLoader isolatedClassLoader = IsolatedClassLoader.of(modules.resolve("s3"));
        return isolatedClassLoader.call(() -> start(isolatedClassLoader, port, access));
    }

    private static Emulator start(IsolatedClassLoader isolatedClassLoader, int port, Access access) throws Exception {
        Class<?> builderType = isolatedClassLoader.type("org.gaul.s3proxy.S3Proxy$Builder");
        Class<?> storeType = isolatedClassLoader.type("org.gaul.s3proxy.blobstore.BlobStore");
        Object store = isolatedClassLoader
                .type("org.gaul.s3proxy.nio2blob.TransientNio2BlobStore")
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
        return new Emulator(
                uri, () -> isolatedClassLoader.call(() -> type.getMethod("stop").invoke(server)));
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
