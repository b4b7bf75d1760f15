package org.sprechstunde.acceptance.costs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.sprechstunde.local.access.Caller;
import org.sprechstunde.local.access.SignedCallGuard;
import org.sprechstunde.platform.Json;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/**
 * Hears every call of every AWS client in this JVM, as the SDK's file {@code execution.interceptors} wants it, and what a town's
 * functions sign by themselves, and counts those to the addresses that somebody asks for. DynamoDB is asked what each call used up, as its bill will say.
 */
public final class CallMeter implements ExecutionInterceptor {
    /** Not what is charged for it, nor a kind of it. */
    private static final Pattern OPERATION = Pattern.compile("(DynamoDB|S3) [A-Z]\\w+[a-z]\\w*");

    private static final Queue<Count> COUNTS = new ConcurrentLinkedQueue<>();

    static {
        SignedCallGuard.tell(new Signed());
    }

    /** What the functions sign by themselves. */
    private static final class Signed implements SignedCallGuard.Listener {
        private static final String DYNAMODB = "dynamodb";
        private static final int OK = 200;

        @Override
        public byte[] sent(SignedCallGuard.Heard call) {
            return COUNTS.isEmpty() || !call.service().equals(DYNAMODB)
                    ? call.body()
                    : Json.bytes(((ObjectNode) Json.read(call.body())).put("ReturnConsumedCapacity", "TOTAL"));
        }

        @Override
        public void answered(SignedCallGuard.Heard call, int status, byte[] body) {
            if (call.service().equals(DYNAMODB)) {
                add(call.address(), "DynamoDb", call.operation(), status == OK ? units(Json.read(body)) : 1);
            } else {
                add(call.address(), call.service(), call.operation(), 1);
            }
        }

        private static double units(JsonNode answer) {
            JsonNode used = answer.path("ConsumedCapacity");
            return used.isArray()
                    ? used.valueStream()
                            .mapToDouble(part -> part.path("CapacityUnits").asDouble())
                            .sum()
                    : used.path("CapacityUnits").asDouble();
        }
    }

    /** The calls to {@code addresses} so far, also those of each function; closing it ends the counting. */
    public record Count(Predicate<URI> addresses, BilledCalls calls, Map<String, BilledCalls> byFunction)
            implements AutoCloseable {
        /** How often this function has called a store. */
        public long ofStores(String function) {
            BilledCalls its = byFunction.getOrDefault(function, new BilledCalls());
            return Math.round(its.all().entrySet().stream()
                    .filter(each -> OPERATION.matcher(each.getKey()).matches())
                    .mapToDouble(Map.Entry::getValue)
                    .sum());
        }

        private void add(String service, String operation, double units) {
            calls.add(service, operation, units);
            Caller.current()
                    .ifPresent(caller -> byFunction
                            .computeIfAbsent(caller.function(), _ -> new BilledCalls())
                            .add(service, operation, units));
        }

        @Override
        public void close() {
            COUNTS.remove(this);
        }
    }

    public static Count start(Predicate<URI> addresses) {
        Count count = new Count(addresses, new BilledCalls(), new ConcurrentHashMap<>());
        COUNTS.add(count);
        return count;
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        SdkRequest request = context.request();
        if (COUNTS.isEmpty()) {
            return request;
        }
        return field(request, "ReturnConsumedCapacity")
                .map(_ -> {
                    SdkRequest.Builder builder = request.toBuilder();
                    field(builder, "ReturnConsumedCapacity").ifPresent(field -> field.set(builder, "TOTAL"));
                    return builder.build();
                })
                .orElse(request);
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        Object used = context.response()
                .getValueForField("ConsumedCapacity", Object.class)
                .orElse(List.of());
        Collection<?> parts = used instanceof Collection<?> many ? many : List.of(used);
        double units = parts.stream()
                .mapToDouble(part -> ((ConsumedCapacity) part).capacityUnits())
                .sum();
        add(context.httpRequest(), attributes, units);
    }

    /** A refused condition has used up what it would have written; nobody says how much, so it counts as one. */
    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        context.httpRequest().ifPresent(request -> add(request, attributes, 1));
    }

    private static void add(SdkHttpRequest request, ExecutionAttributes attributes, double units) {
        String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        add(request.getUri(), service, operation, units);
    }

    private static void add(URI address, String service, String operation, double units) {
        COUNTS.stream()
                .filter(count -> count.addresses().test(address))
                .forEach(count -> count.add(service, operation, units));
    }

    private static Optional<SdkField<?>> field(Object holder, String name) {
        return holder instanceof SdkPojo pojo
                ? pojo.sdkFields().stream()
                        .filter(field -> field.memberName().equals(name))
                        .findFirst()
                : Optional.empty();
    }
}
