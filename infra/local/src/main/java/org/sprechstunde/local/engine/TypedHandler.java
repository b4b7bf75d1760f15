package org.sprechstunde.local.engine;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Wraps a handler of event objects: they are read and written by the serializers that run on Lambda. */
final class TypedHandler<I, O> implements Handler {
    private final RequestHandler<I, O> handler;
    private final PojoSerializer<I> input;

    TypedHandler(RequestHandler<I, O> handler) {
        this.handler = handler;
        this.input = serializer(eventType(handler));
    }

    @Override
    public byte[] call(byte[] event, Context context) {
        @Nullable O result = handler.handleRequest(input.fromJson(new ByteArrayInputStream(event)), context);
        return result == null ? "null".getBytes(StandardCharsets.UTF_8) : write(result);
    }

    private static byte[] write(Object result) {
        var out = new ByteArrayOutputStream();
        JacksonFactory.getInstance().getSerializer((Type) result.getClass()).toJson(result, out);
        return out.toByteArray();
    }

    private static <T> PojoSerializer<T> serializer(Class<T> type) {
        return LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
                ? LambdaEventSerializers.serializerFor(type, type.getClassLoader())
                : JacksonFactory.getInstance().getSerializer(type);
    }

    /** Finds the {@code I} that the handler's class declares; its static type does not tell. */
    @SuppressWarnings("unchecked") // the class says RequestHandler<I, …>, so I it is
    private static <I> Class<I> eventType(RequestHandler<I, ?> handler) {
        for (Class<?> type = handler.getClass(); type != null; type = type.getSuperclass()) {
            for (Type declared : type.getGenericInterfaces()) {
                if (declared instanceof ParameterizedType parameterized
                        && parameterized.getRawType() == RequestHandler.class
                        && parameterized.getActualTypeArguments()[0] instanceof Class<?> event) {
                    return (Class<I>) event;
                }
            }
        }
        throw new IllegalArgumentException(handler.getClass().getName() + " does not say which event it takes");
    }
}
