package org.sprechstunde.connect;

import static java.util.stream.Collectors.toMap;

import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** What CloudFormation knows of the stacks in a region. */
record Stacks(CloudFormationClient cloudFormation, String region) {

    /** The outputs and parameters of the stack {@code name}. */
    DeployedStack describe(String name) {
        return AwsAccount.call("cloudformation:DescribeStacks", () -> town(name));
    }

    private DeployedStack town(String name) {
        try {
            Stack stack = cloudFormation
                    .describeStacks(request -> request.stackName(name))
                    .stacks()
                    .getFirst();
            return new DeployedStack(
                    name,
                    Boolean.TRUE.equals(stack.enableTerminationProtection()),
                    stack.outputs().stream().collect(toMap(Output::outputKey, Output::outputValue)),
                    stack.parameters().stream().collect(toMap(Parameter::parameterKey, Parameter::parameterValue)));
        } catch (CloudFormationException e) {
            throw AwsAccount.code(e).equals("ValidationError") ? new AdminMustAct("stack.missing", name, region) : e;
        }
    }
}
