package org.sprechstunde.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** The stack's functions, called with what API Gateway would hand them. */
record DeployedFunctions(CloudFormationClient cloudFormation, LambdaClient lambda) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The status that the function answers with; 0 if it fails or answers something else.
     *
     * @param stack the stack's name
     * @param function its name in the template
     */
    int status(String stack, String function, JsonNode event) {
        String name = AwsAccount.call(
                "cloudformation:DescribeStackResource",
                () -> cloudFormation
                        .describeStackResource(of -> of.stackName(stack).logicalResourceId(function))
                        .stackResourceDetail()
                        .physicalResourceId());
        SdkBytes said = AwsAccount.call(
                "lambda:InvokeFunction",
                () -> lambda.invoke(call -> call.functionName(name).payload(SdkBytes.fromUtf8String(event.toString())))
                        .payload());
        try {
            return JSON.readTree(said.asUtf8String()).path("statusCode").asInt();
        } catch (JsonProcessingException _) {
            return 0;
        }
    }
}
