package org.sprechstunde.connect;

import java.util.Optional;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** Invites the mayor; the pool sees to the second factor. Says how the log calls each login: in a breach somebody must know. */
record LoginStep(Console console, CognitoIdentityProviderClient client) {

    void take(DeployedStack deployedStack, String pepper) {
        console.step("login");
        if (deployedStack.pool().isEmpty()) {
            console.note("login.elsewhere");
            return;
        }
        String pool = deployedStack.pool().get();
        secondFactor(pool);
        marks(pool, pepper);
        if (console.checkOnly()) {
            return;
        }
        String address = console.ask("login.address");
        if (address.isEmpty()) {
            console.note("login.skipped");
        } else if (!address.matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+")) {
            throw new AdminMustAct("login.malformed");
        } else {
            invite(pool, address);
        }
    }

    private void secondFactor(String pool) {
        boolean on = AwsAccount.call(
                        "cognito-idp:GetUserPoolMfaConfig",
                        () -> client.getUserPoolMfaConfig(get -> get.userPoolId(pool)))
                .mfaConfiguration()
                .equals(UserPoolMfaType.ON);
        if (!on) {
            throw new AdminMustAct("login.single", pool);
        }
        console.good("login.second");
    }

    private void marks(String pool, String pepper) {
        AwsAccount.call("cognito-idp:ListUsers", () -> {
            for (UserType user :
                    client.listUsersPaginator(list -> list.userPoolId(pool)).users()) {
                console.note("login.mark", attribute(user, "email"), LoginMark.of(pepper, attribute(user, "sub")));
            }
            return pool;
        });
    }

    private static String attribute(UserType user, String name) {
        return user.attributes().stream()
                .filter(attribute -> attribute.name().equals(name))
                .map(AttributeType::value)
                .findFirst()
                .orElse("");
    }

    private void invite(String pool, String address) {
        Optional<UserStatusType> status = status(pool, address);
        if (status.isEmpty()) {
            AwsAccount.call(
                    "cognito-idp:AdminCreateUser",
                    () -> client.adminCreateUser(create -> create.userPoolId(pool)
                            .username(address)
                            .desiredDeliveryMediums(DeliveryMediumType.EMAIL)
                            .userAttributes(attribute("email", address), attribute("email_verified", "true"))));
            console.changed("login.created", address, pool);
        } else if (status.get() == UserStatusType.FORCE_CHANGE_PASSWORD && console.agrees("login.again", address)) {
            AwsAccount.call(
                    "cognito-idp:AdminCreateUser",
                    () -> client.adminCreateUser(create ->
                            create.userPoolId(pool).username(address).messageAction(MessageActionType.RESEND)));
            console.good("login.resent", address);
        } else {
            console.good("login.exists", address);
        }
    }

    private Optional<UserStatusType> status(String pool, String address) {
        return AwsAccount.call("cognito-idp:AdminGetUser", () -> {
            try {
                return Optional.of(
                        client.adminGetUser(get -> get.userPoolId(pool).username(address))
                                .userStatus());
            } catch (UserNotFoundException _) {
                return Optional.empty();
            }
        });
    }

    private static AttributeType attribute(String name, String value) {
        return AttributeType.builder().name(name).value(value).build();
    }
}
