package org.sprechstunde.acceptance.costs;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
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
 * Hears every call of every AWS client in this JVM, as the SDK's file {@code execution.interceptors} wants it, and
 * counts those to the addresses that somebody asks for. DynamoDB is asked what each call used up, as its bill will say.
 */
public final class CallMeter implements ExecutionInterceptor {
    private static final Queue<Count> COUNTS = new ConcurrentLinkedQueue<>();

    /** The calls to {@code addresses} so far; closing it ends the counting. */
    public record Count(Predicate<URI> addresses, BilledCalls calls) implements AutoCloseable {
        @Override
        public void close() {
            COUNTS.remove(this);
        }
    }

    public static Count start(Predicate<URI> addresses) {
        Count count = new Count(addresses, new BilledCalls());
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
        COUNTS.stream()
                .filter(count -> count.addresses().test(request.getUri()))
                .forEach(count -> count.calls().add(service(attributes), operation(attributes), units));
    }

    private static Optional<SdkField<?>> field(Object holder, String name) {
        return holder instanceof SdkPojo pojo
                ? pojo.sdkFields().stream()
                        .filter(field -> field.memberName().equals(name))
                        .findFirst()
                : Optional.empty();
    }

    private static String service(ExecutionAttributes attributes) {
        return attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
    }

    private static String operation(ExecutionAttributes attributes) {
        return attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    }
}
