package org.sprechstunde.local.emulator;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The schema that DynamoDB Local parsed last, of all its stores in this JVM: a town has one table, and all towns the same. While
 * a table is changed, each reading parses for itself, so that what is changed is nobody else's.
 */
final class TableSchemaCache {
    private static final String SHARED = "software.amazon.dynamodb.services.local.shared.";
    private static final String JACKSON = "com.fasterxml.jackson.databind.";

    private static final Set<IsolatedClassLoader> INSTALLED = new HashSet<>();
    private static final AtomicReference<@Nullable Parsed> LAST = new AtomicReference<>();
    private static final AtomicInteger CHANGES = new AtomicInteger();

    /** The schema as it is stored, and as it is used. */
    private record Parsed(byte[] json, Object schema) {}

    private TableSchemaCache() {}

    /** Both mappers that all stores of an emulator read schemas with ask here first. */
    static synchronized void install(IsolatedClassLoader emulator) throws ReflectiveOperationException, IOException {
        if (INSTALLED.contains(emulator)) {
            return;
        }
        Class<?> schema = emulator.type(SHARED + "access.sqlite.TableSchemaInfo");
        Object mapper = emulator.type(SHARED + "mapper.DynamoDbObjectMapper")
                .getConstructor()
                .newInstance();
        Method parse = mapper.getClass().getMethod("readValue", byte[].class, Class.class);
        Object reader = emulator.settle(WholeText.class)
                .getConstructor(Function.class)
                .newInstance((Function<byte[], Object>)
                        json -> read(json, schema, () -> parse.invoke(mapper, json, schema)));

        Class<?> module = emulator.type(JACKSON + "module.SimpleModule");
        Object readsSchemas = module.getConstructor(String.class).newInstance("table schemas");
        module.getMethod("addDeserializer", Class.class, emulator.type(JACKSON + "JsonDeserializer"))
                .invoke(readsSchemas, schema, reader);
        for (String user : List.of("SQLiteDBAccess", "SQLiteDBAccessJob")) {
            Field used = emulator.type(SHARED + "access.sqlite." + user).getDeclaredField("MAPPER");
            used.setAccessible(true);
            used.getType()
                    .getMethod("registerModule", emulator.type(JACKSON + "Module"))
                    .invoke(used.get(null), readsSchemas);
        }
        INSTALLED.add(emulator);
    }

    static void beginChange() {
        CHANGES.incrementAndGet();
        LAST.set(null);
    }

    static void endChange() {
        LAST.set(null);
        CHANGES.decrementAndGet();
    }

    private static Object read(byte[] json, Class<?> type, Callable<Object> parse) {
        Parsed last = LAST.get();
        if (CHANGES.get() == 0 && last != null && type.isInstance(last.schema) && Arrays.equals(last.json, json)) {
            return last.schema;
        }
        Object schema = parsed(parse);
        if (CHANGES.get() == 0) {
            LAST.set(new Parsed(json, schema));
        }
        return schema;
    }

    private static Object parsed(Callable<Object> parse) {
        try {
            return parse.call();
        } catch (Exception e) {
            throw new IllegalStateException("a table's schema is not readable", e);
        }
    }
}
