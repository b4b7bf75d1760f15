package org.sprechstunde.connect;

import java.util.List;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Parameter;

/**
 * From now on nobody deletes the town by a slip of the hand. Not before: a first deployment that fails has to take back
 * what it made.
 */
record ProtectionStep(Console console, CloudFormationClient client) {
    private static final String PARAMETER = "Protected";

    void take(DeployedStack deployedStack) {
        console.step("protection");
        if (deployedStack.isProtected()) {
            console.good("protection.on");
        } else if (console.checkOnly()) {
            console.open("protection.off");
        } else {
            protectStores(deployedStack);
            AwsAccount.call(
                    "cloudformation:UpdateTerminationProtection",
                    () -> client.updateTerminationProtection(
                            update -> update.stackName(deployedStack.id()).enableTerminationProtection(true)));
            console.changed("protection.now", deployedStack.id());
        }
    }

    /** The same template with one other parameter, as {@code sam deploy} would; the rest of the answers stay. */
    private void protectStores(DeployedStack deployedStack) {
        if (deployedStack.storesAreProtected()) {
            return;
        }
        console.note("protection.wait");
        List<Parameter> parameters = deployedStack.parameters().keySet().stream()
                .map(ProtectionStep::parameter)
                .toList();
        AwsAccount.call(
                "cloudformation:UpdateStack",
                () -> client.updateStack(update -> update.stackName(deployedStack.id())
                        .usePreviousTemplate(true)
                        .capabilities(Capability.CAPABILITY_IAM, Capability.CAPABILITY_AUTO_EXPAND)
                        .parameters(parameters)));
        await(deployedStack.id());
    }

    private static Parameter parameter(String name) {
        Parameter.Builder parameter = Parameter.builder().parameterKey(name);
        return name.equals(PARAMETER)
                ? parameter.parameterValue("yes").build()
                : parameter.usePreviousValue(true).build();
    }

    private void await(String stack) {
        try (var waiter = client.waiter()) {
            waiter.waitUntilStackUpdateComplete(describe -> describe.stackName(stack));
        } catch (SdkClientException _) {
            throw new AdminMustAct("protection.refused", stack);
        }
    }
}
