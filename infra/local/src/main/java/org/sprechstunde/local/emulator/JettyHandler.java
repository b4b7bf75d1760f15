package org.sprechstunde.local.emulator;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls a handler of Jetty's on an island as Jetty would, but from this very thread and without a connection. */
final class JettyHandler {
    private static final int OK = 200;

    private final ClassLoader loader;
    private final Object handler;
    private final Class<?> request;
    private final Class<?> response;
    private final Object noCallback;
    private final Method handle;
    private final Method headersBuilder;
    private final Method put;
    private final Method chunk;

    /** What a handler answered. */
    record Answer(int status, Map<String, String> headers, byte[] body) {}

    JettyHandler(IsolatedClassLoader isolatedClassLoader, Object handler) throws ReflectiveOperationException {
        this.handler = handler;
        this.request = isolatedClassLoader.type("org.eclipse.jetty.server.Request");
        this.response = isolatedClassLoader.type("org.eclipse.jetty.server.Response");
        this.loader = request.getClassLoader();
        Class<?> callback = isolatedClassLoader.type("org.eclipse.jetty.util.Callback");
        this.noCallback = callback.getField("NOOP").get(null);
        this.handle = handler.getClass().getMethod("handle", request, response, callback);
        this.headersBuilder =
                isolatedClassLoader.type("org.eclipse.jetty.http.HttpFields").getMethod("build");
        this.put = isolatedClassLoader
                .type("org.eclipse.jetty.http.HttpFields$Mutable")
                .getMethod("put", String.class, String.class);
        this.chunk = isolatedClassLoader
                .type("org.eclipse.jetty.io.Content$Chunk")
                .getMethod("from", ByteBuffer.class, boolean.class);
    }

    Answer handle(String method, Map<String, List<String>> headers, byte[] body) throws IOException {
        try {
            Object fields = headersBuilder.invoke(null);
            for (Map.Entry<String, List<String>> header : headers.entrySet()) {
                put.invoke(fields, header.getKey(), header.getValue().getFirst());
            }
            var in = new Incoming(method, fields, chunk.invoke(null, ByteBuffer.wrap(body), true));
            var out = new Outgoing(headersBuilder.invoke(null));
            handle.invoke(
                    handler,
                    Proxy.newProxyInstance(loader, new Class<?>[] {request}, (_, called, _) -> in.call(called)),
                    Proxy.newProxyInstance(
                            loader, new Class<?>[] {response}, (_, called, with) -> out.call(called, with)),
                    noCallback);
            return out.answer();
        } catch (InvocationTargetException e) {
            throw new IOException("the handler failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Jetty has changed", e);
        }
    }

    /** As much of Jetty's request as the handler asks for. */
    private record Incoming(String method, Object headers, Object body) {
        Object call(Method called) {
            return switch (called.getName()) {
                case "getMethod" -> method;
                case "getHeaders" -> headers;
                case "read" -> body;
                default -> throw new UnsupportedOperationException(called.toString());
            };
        }
    }

    /** As much of Jetty's response. */
    private static final class Outgoing {
        private final Object headers;
        private int status = OK;
        private byte[] body = {};

        Outgoing(Object headers) {
            this.headers = headers;
        }

        @Nullable
        Object call(Method called, Object @Nullable [] with) {
            return switch (called.getName()) {
                case "getHeaders" -> headers;
                case "getStatus" -> status;
                case "setStatus" -> {
                    status = (int) Objects.requireNonNull(with)[0];
                    yield null;
                }
                case "write" -> {
                    body = ((ByteBuffer) Objects.requireNonNull(with)[1]).array();
                    yield null;
                }
                default -> throw new UnsupportedOperationException(called.toString());
            };
        }

        Answer answer() throws ReflectiveOperationException {
            Map<String, String> all = new LinkedHashMap<>();
            for (Object field : (Iterable<?>) headers) {
                Class<?> type = field.getClass();
                all.put((String) type.getMethod("getName").invoke(field), (String)
                        type.getMethod("getValue").invoke(field));
            }
            return new Answer(status, all, body);
        }
    }
}
