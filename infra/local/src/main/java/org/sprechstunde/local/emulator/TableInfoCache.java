package org.sprechstunde.local.emulator;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What DynamoDB Local knows of a store's tables. By itself it reads and parses that anew several times in each call, most of it in
 * its one thread: half of what it does. Here it is remembered until a call may change a table.
 */
final class TableInfoCache {
    private static final String ACCESS = "software.amazon.dynamodb.services.local.shared.access.";

    /**
     * What reads and writes items and streams, and what each store looks for each second. UpdateTable asks for something else
     * before it changes what it was told of a table; what makes an index changes that in place, just before it is stored.
     */
    private static final Set<String> CHANGES_NO_TABLE = Set.of(
            "getLockForTable",
            "getRecord",
            "putRecord",
            "deleteRecord",
            "queryRecords",
            "beginTransaction",
            "commitTransaction",
            "rollbackTransaction",
            "getStreamInfo",
            "getStreamRecords",
            "getLatestSequenceNumberForShard",
            "getEarliestNonExpiredSequenceNumberForShard",
            "getSequenceNumberStartForShard",
            "getDeletionDateTimeForShard",
            "shardIsNotExpired",
            "fetchAllTablesWithTimeToLiveEnabled",
            "getGSIsByStatusFromAllTables");

    private final IsolatedClassLoader emulator;
    private final Object access;

    /** By name. Another map after each change: what was read before it is remembered nowhere. */
    private volatile Map<String, Object> remembered = new ConcurrentHashMap<>();

    private TableInfoCache(IsolatedClassLoader emulator, Object access) {
        this.emulator = emulator;
        this.access = access;
    }

    /** The store of {@code requests}, which is made when it is first asked for, gets one. */
    static void install(IsolatedClassLoader emulator, Object requests)
            throws ReflectiveOperationException, IOException {
        TableSchemaCache.install(emulator);
        Field stores = requests.getClass().getDeclaredField("dbRequestHandlers");
        stores.setAccessible(true);
        stores.set(requests, new ConcurrentHashMap<String, Object>() {
            // Asked before each call: for what is not there, the handler would make a store of its own.
            @Override
            public boolean containsKey(Object name) {
                computeIfAbsent((String) name, _ -> inMemory(emulator));
                return true;
            }
        });
    }

    private static Object inMemory(IsolatedClassLoader emulator) {
        try {
            Class<?> access = emulator.type(ACCESS + "LocalDBAccess");
            var cache = new TableInfoCache(
                    emulator,
                    emulator.type(ACCESS + "sqlite.SQLiteDBAccess")
                            .getConstructor()
                            .newInstance());
            Object remembering = Proxy.newProxyInstance(
                    access.getClassLoader(), new Class<?>[] {access}, (_, called, with) -> cache.call(called, with));
            return emulator.type(ACCESS + "LocalDBClient")
                    .getConstructor(access)
                    .newInstance(remembering);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("DynamoDB Local has changed", e);
        }
    }

    private @Nullable Object call(Method called, Object @Nullable [] with) throws Exception {
        String name = called.getName();
        if (name.equals("getTableInfo") && with != null) {
            return info(called, with);
        }
        if (CHANGES_NO_TABLE.contains(name)) {
            return answer(called, with);
        }
        TableSchemaCache.beginChange();
        remembered = new ConcurrentHashMap<>();
        try {
            return answer(called, with);
        } finally {
            remembered = new ConcurrentHashMap<>();
            TableSchemaCache.endChange();
        }
    }

    private @Nullable Object info(Method called, Object[] with) throws Exception {
        String table = (String) with[0];
        Map<String, Object> since = remembered;
        Object known = since.get(table);
        if (known != null) {
            return known;
        }
        Object read = answer(called, with);
        if (read != null) {
            since.put(table, read);
        }
        return read;
    }

    /** What it refuses is thrown as it is. */
    private @Nullable Object answer(Method called, Object @Nullable [] with) throws Exception {
        return emulator.call(() -> called.invoke(access, with));
    }
}
