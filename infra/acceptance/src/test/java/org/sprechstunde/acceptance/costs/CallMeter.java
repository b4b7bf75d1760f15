package org.sprechstunde.acceptance.costs;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/**
 * Hears every call of every AWS client in this JVM, as the SDK's file {@code execution.interceptors} wants it, and
 * counts while somebody asks for that. DynamoDB is asked what each call used up, as its bill will say.
 */
public final class CallMeter implements ExecutionInterceptor {
    private static final AtomicReference<Optional<BilledCalls>> LISTENING = new AtomicReference<>(Optional.empty());

    /** The calls until {@link #stop()}. */
    public static BilledCalls start() {
        BilledCalls calls = new BilledCalls();
        LISTENING.set(Optional.of(calls));
        return calls;
    }

    public static void stop() {
        LISTENING.set(Optional.empty());
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        SdkRequest request = context.request();
        if (LISTENING.get().isEmpty()) {
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
        LISTENING.get().ifPresent(calls -> {
            Object used = context.response()
                    .getValueForField("ConsumedCapacity", Object.class)
                    .orElse(List.of());
            Collection<?> parts = used instanceof Collection<?> many ? many : List.of(used);
            double units = parts.stream()
                    .mapToDouble(part -> ((ConsumedCapacity) part).capacityUnits())
                    .sum();
            calls.add(service(attributes), operation(attributes), units);
        });
    }

    /** A refused condition has used up what it would have written; nobody says how much, so it counts as one. */
    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        LISTENING.get().ifPresent(calls -> calls.add(service(attributes), operation(attributes), 1));
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
