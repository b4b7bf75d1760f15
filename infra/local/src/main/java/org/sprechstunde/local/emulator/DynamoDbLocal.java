package org.sprechstunde.local.emulator;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.Path;

/** Amazon's DynamoDB Local: in memory, one database for all credentials, telemetry off. */
public final class DynamoDbLocal {
    private DynamoDbLocal() {}

    public static Emulator start(Path modules, int port) throws Exception {
        Island island = Island.of(modules.resolve("dynamodb"));
        return island.call(() -> start(island, port));
    }

    private static Emulator start(Island island, int port) throws Exception {
        String[] arguments = {"-inMemory", "-sharedDb", "-disableTelemetry", "-port", Integer.toString(port)};
        Object server = island.type("software.amazon.dynamodb.services.local.main.ServerRunner")
                .getMethod("createServerFromCommandLineArgs", String[].class)
                .invoke(null, (Object) arguments);
        keepToThisComputer(server);
        Class<?> type = server.getClass();
        type.getMethod("start").invoke(server);
        return new Emulator(
                URI.create("http://127.0.0.1:" + port),
                () -> island.call(() -> type.getMethod("stop").invoke(server)));
    }

    /** It would listen on all interfaces and has no option not to; its Jetty has. */
    private static void keepToThisComputer(Object server) throws ReflectiveOperationException {
        Field field = server.getClass().getDeclaredField("server");
        field.setAccessible(true);
        Object jetty = field.get(server);
        Object connectors = jetty.getClass().getMethod("getConnectors").invoke(jetty);
        for (int i = 0; i < Array.getLength(connectors); i++) {
            Object connector = Array.get(connectors, i);
            connector.getClass().getMethod("setHost", String.class).invoke(connector, "127.0.0.1");
        }
    }
}
