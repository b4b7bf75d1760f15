package org.sprechstunde.connect;

import java.util.Map;
import java.util.Optional;

/**
 * What the deployed stack tells of itself.
 *
 * @param id its name in CloudFormation
 * @param terminationProtected whether it refuses to be deleted
 */
record DeployedStack(
        String id, boolean terminationProtected, Map<String, String> outputs, Map<String, String> parameters) {

    /** Whether nobody can delete the town, its table or its logins by a slip of the hand. */
    boolean isProtected() {
        return terminationProtected && storesAreProtected();
    }

    boolean storesAreProtected() {
        return parameter("Protected").equals("yes");
    }

    String name() {
        return parameter("TownName");
    }

    String api() {
        return output("ApiUrl");
    }

    String apiId() {
        return output("ApiId");
    }

    String page() {
        return output("PageUrl");
    }

    String secret() {
        return output("SecretArn");
    }

    /** The pool of the mayor's logins; nothing where the town has an OpenID Connect server of its own. */
    Optional<String> pool() {
        return Optional.ofNullable(outputs.get("MayorPoolId"));
    }

    /** What was answered to a question of the deployment; empty if nothing was. */
    String answer(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** What the stack tells of itself under this name, if it has that at all. */
    Optional<String> told(String name) {
        return Optional.ofNullable(outputs.get(name));
    }

    String phoneNumberId() {
        return parameter("WhatsAppPhoneNumberId");
    }

    String graph() {
        return parameter("WhatsAppApiUrl") + "/" + parameter("WhatsAppApiVersion");
    }

    private String output(String name) {
        return Optional.ofNullable(outputs.get(name)).orElseThrow(() -> new AdminMustAct("stack.foreign", name));
    }

    private String parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).orElseThrow(() -> new AdminMustAct("stack.foreign", name));
    }
}
