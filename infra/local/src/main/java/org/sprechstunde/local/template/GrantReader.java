package org.sprechstunde.local.template;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sprechstunde.local.access.Grant;

/** Reads what the role of every function grants. */
final class GrantReader {
    private record Role(String arn, Set<Grant> grants) {}

    private record Wearer(String function, String role) {}

    private GrantReader() {}

    /** The grants by the function's logical id. */
    static Map<String, Set<Grant>> read(Stack stack) {
        List<Role> roles = stack.read("AWS::IAM::Role", GrantReader::role);
        List<Wearer> wearers = stack.read("AWS::Serverless::Function", GrantReader::wearer);
        Map<String, Set<Grant>> grants = new TreeMap<>();
        for (Wearer wearer : wearers) {
            grants.put(
                    wearer.function(),
                    roles.stream()
                            .filter(role -> role.arn().equals(wearer.role()))
                            .findFirst()
                            .map(Role::grants)
                            .orElse(Set.of()));
        }
        return grants;
    }

    private static Wearer wearer(PhysicalNames physical, Values function) {
        return new Wearer(
                physical.resource().logicalId(), function.optionalText("Role").orElse(""));
    }

    private static Role role(PhysicalNames physical, Values role) {
        Set<Grant> grants = new TreeSet<>();
        for (Values policy : role.each("Policies")) {
            for (Values statement : policy.in("PolicyDocument").each("Statement")) {
                if (!statement.text("Effect").equals("Allow")) {
                    throw new TemplateException(statement.where() + ": only what is allowed is understood here");
                }
                for (String action : oneOrMore(statement, "Action")) {
                    oneOrMore(statement, "Resource").forEach(arn -> grants.add(Grant.of(action, arn)));
                }
            }
        }
        return new Role(physical.attribute("Arn"), grants);
    }

    private static List<String> oneOrMore(Values statement, String name) {
        return statement.value(name) instanceof List ? statement.texts(name) : List.of(statement.text(name));
    }
}
