package org.sprechstunde.local.emulator;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import software.amazon.awssdk.http.SdkHttpClient;

/** Amazon's DynamoDB Local: in memory, one database for all credentials, telemetry off. */
public final class DynamoDbLocal {
    /**
     * Which handler takes which call is one map for all servers of a JVM, made anew whenever one is: a call that comes meanwhile is
     * none that it knows (400). So whoever makes a server writes here, and whoever calls one reads.
     */
    private static final ReadWriteLock HANDLERS = new ReentrantReadWriteLock();

    private static final String SERVER = "software.amazon.dynamodb.services.local.server.";

    private DynamoDbLocal() {}

    public static Emulator start(Path modules, int port) throws Exception {
        IsolatedClassLoader isolatedClassLoader = IsolatedClassLoader.of(modules.resolve("dynamodb"));
        return isolatedClassLoader.call(() -> start(isolatedClassLoader, port));
    }

    /**
     * A client of a new and empty store in this JVM, without a socket: a call is over when its thread returns.
     * Any endpoint and key pair will do; each client has a store of its own.
     */
    public static SdkHttpClient inProcess(Path modules) throws Exception {
        IsolatedClassLoader isolatedClassLoader = IsolatedClassLoader.of(modules.resolve("dynamodb"));
        return isolatedClassLoader.call(
                () -> new DynamoDbInProcess(new JettyHandler(isolatedClassLoader, handler(isolatedClassLoader))));
    }

    private static Object handler(IsolatedClassLoader isolatedClassLoader) throws Exception {
        isolatedClassLoader
                .type("software.amazon.dynamodb.services.local.monitoring.Telemetry")
                .getMethod("configureTelemetry", String.class, String.class, boolean.class)
                .invoke(null, "MAVEN", "EMBEDDED", false);
        Class<?> requests = isolatedClassLoader.type(SERVER + "DynamoDBRequestHandler");
        Object store = isolatedClassLoader
                .type(SERVER + "LocalDynamoDBRequestHandler")
                .getConstructor(int.class, boolean.class, String.class, boolean.class, boolean.class)
                .newInstance(0, true, null, true, false);
        TableInfoCache.install(isolatedClassLoader, store);
        return alone(() -> isolatedClassLoader
                .type(SERVER + "LocalDynamoDBServerHandler")
                .getConstructor(requests, String.class)
                .newInstance(store, null));
    }

    private static Emulator start(IsolatedClassLoader isolatedClassLoader, int port) throws Exception {
        Class<?> type = isolatedClassLoader.type(SERVER + "DynamoDBProxyServer");
        Object server = type.getConstructor(
                        int.class, isolatedClassLoader.type(SERVER + "AbstractLocalDynamoDBServerHandler"))
                .newInstance(port, handler(isolatedClassLoader));
        Object jetty = jetty(server);
        keepToThisComputer(jetty);
        letCallsWait(isolatedClassLoader, jetty);
        type.getMethod("start").invoke(server);
        return new Emulator(
                URI.create("http://127.0.0.1:" + port),
                () -> isolatedClassLoader.call(() -> type.getMethod("stop").invoke(server)));
    }

    private static Object jetty(Object server) throws ReflectiveOperationException {
        Field field = server.getClass().getDeclaredField("server");
        field.setAccessible(true);
        return field.get(server);
    }

    /** It would listen on all interfaces and has no option not to; its Jetty has. */
    private static void keepToThisComputer(Object jetty) throws ReflectiveOperationException {
        Object connectors = jetty.getClass().getMethod("getConnectors").invoke(jetty);
        for (int i = 0; i < Array.getLength(connectors); i++) {
            Object connector = Array.get(connectors, i);
            connector.getClass().getMethod("setHost", String.class).invoke(connector, "127.0.0.1");
        }
    }

    /** A call over HTTP waits while a store is made, as one without a socket does. */
    private static void letCallsWait(IsolatedClassLoader isolatedClassLoader, Object jetty)
            throws ReflectiveOperationException {
        Class<?> type = isolatedClassLoader.type("org.eclipse.jetty.server.Handler");
        Object handler = jetty.getClass().getMethod("getHandler").invoke(jetty);
        Object waiting = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, called, with) -> {
            Callable<Object> call = () -> isolatedClassLoader.call(() -> called.invoke(handler, with));
            return called.getName().equals("handle") ? whileNoneIsMade(call) : call.call();
        });
        jetty.getClass().getMethod("setHandler", type).invoke(jetty, waiting);
    }

    /** What {@code make} makes, while no call is under way. */
    private static Object alone(Callable<Object> make) throws Exception {
        HANDLERS.writeLock().lock();
        try {
            return make.call();
        } finally {
            HANDLERS.writeLock().unlock();
        }
    }

    /** What {@code call} answers, while no server is made. */
    static <T> T whileNoneIsMade(Callable<T> call) throws Exception {
        HANDLERS.readLock().lock();
        try {
            return call.call();
        } finally {
            HANDLERS.readLock().unlock();
        }
    }
}
