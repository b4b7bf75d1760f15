package org.sprechstunde.local.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Cognito: the town's pool, whose users are invited by e-mail. It opens no page here: locally another server does. */
public final class CognitoStandIn {
    private final Map<String, String> ids = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int invitations;

    public synchronized Set<String> addresses() {
        return Set.copyOf(ids.keySet());
    }

    /** How many invitations would have been sent. */
    public synchronized int invitations() {
        return invitations;
    }

    synchronized AwsAnswer answer(String call, JsonNode request) {
        String address = request.path("Username").asText();
        return switch (call) {
            case "GetUserPoolMfaConfig" -> mfa();
            case "AdminGetUser" -> ids.containsKey(address) ? AwsAnswer.json(user(address)) : unknown();
            case "ListUsers" -> list();
            case "AdminCreateUser" -> create(address, request);
            default -> AwsAnswer.refused("InvalidParameterException", call + " is not answered here");
        };
    }

    /** The subject that the tokens of this address would have. */
    public synchronized String subject(String address) {
        return ids.getOrDefault(address, "");
    }

    private AwsAnswer list() {
        ObjectNode json = AwsAnswer.object();
        var users = json.putArray("Users");
        ids.forEach((address, id) -> {
            ObjectNode user = user(address);
            var attributes = user.putArray("Attributes");
            attributes.addObject().put("Name", "sub").put("Value", id);
            attributes.addObject().put("Name", "email").put("Value", address);
            users.add(user);
        });
        return AwsAnswer.json(json);
    }

    private static AwsAnswer mfa() {
        ObjectNode json = AwsAnswer.object().put("MfaConfiguration", "ON");
        json.putObject("SoftwareTokenMfaConfiguration").put("Enabled", true);
        return AwsAnswer.json(json);
    }

    private AwsAnswer create(String address, JsonNode request) {
        boolean again = request.path("MessageAction").asText().equals("RESEND");
        if (ids.containsKey(address) && !again) {
            return AwsAnswer.refused("UsernameExistsException", "An account with the given email already exists.");
        }
        if (!address.contains("@")) {
            return AwsAnswer.refused("InvalidParameterException", "Username should be an email.");
        }
        if (again && !ids.containsKey(address)) {
            return unknown();
        }
        ids.putIfAbsent(address, UUID.randomUUID().toString());
        invitations++;
        ObjectNode json = AwsAnswer.object();
        json.set("User", user(address));
        return AwsAnswer.json(json);
    }

    private ObjectNode user(String address) {
        return AwsAnswer.object()
                .put("Username", ids.get(address))
                .put("Enabled", true)
                .put("UserStatus", "FORCE_CHANGE_PASSWORD");
    }

    private static AwsAnswer unknown() {
        return AwsAnswer.refused("UserNotFoundException", "User does not exist.");
    }
}
