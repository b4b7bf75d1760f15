package org.sprechstunde.local.engine;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import org.sprechstunde.platform.Platform;

/** One instance of a function: bytes in, bytes out. */
interface Handler {
    byte[] call(byte[] event, Context context) throws Exception;

    /**
     * Constructs the handler that a template names {@code package.Class} or {@code package.Class::handleRequest}.
     */
    static Handler create(String name, Platform platform) throws Exception {
        Class<?> type = Class.forName(name.split("::", 2)[0]);
        return of(construct(type, platform));
    }

    private static Object construct(Class<?> type, Platform platform) throws Exception {
        try {
            return type.getConstructor(Platform.class).newInstance(platform);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static Handler of(Object instance) {
        return switch (instance) {
            case RequestStreamHandler streaming ->
                (event, context) -> {
                    var out = new ByteArrayOutputStream();
                    streaming.handleRequest(new ByteArrayInputStream(event), out, context);
                    return out.toByteArray();
                };
            case RequestHandler<?, ?> typed -> new TypedHandler<>(typed);
            default -> throw new IllegalArgumentException(instance.getClass().getName() + " is no Lambda handler");
        };
    }
}
