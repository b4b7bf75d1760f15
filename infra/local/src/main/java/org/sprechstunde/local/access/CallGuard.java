package org.sprechstunde.local.access;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Refuses what a function's role does not grant, as IAM would. The SDK finds it by a file on the class path, and asks
 * it for presigned addresses too.
 */
public final class CallGuard implements ExecutionInterceptor {
    private static final int FORBIDDEN = 403;

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        Caller.current().ifPresent(caller -> {
            String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
            String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
            for (Grant needed : RequiredGrants.of(service, operation, context.request())) {
                CallLog.note(caller.function(), needed);
                if (!caller.grants().contains(needed)) {
                    throw refusal(caller, needed);
                }
            }
        });
    }

    private static AwsServiceException refusal(Caller caller, Grant needed) {
        String why = caller.function() + " is not authorized to perform " + needed;
        return AwsServiceException.builder()
                .message(why)
                .statusCode(FORBIDDEN)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("AccessDeniedException")
                        .errorMessage(why)
                        .build())
                .build();
    }
}
