package org.sprechstunde.connect;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.RouteSettings;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;

/**
 * The stages of the town's API that have a random name. WhatsApp delivers to one of them: whoever does not know the name
 * never reaches a function by it, nor uses up what it lets through. CloudFormation cannot make it, for there its name
 * would be no secret and could not be renewed without a deployment; with the API it goes.
 */
record WebhookStages(ApiGatewayV2Client client, String api) {
    private static final String PUBLIC = "$default";
    private static final int NAME_BYTES = 16;
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");

    /** WhatsApp delivers again what was refused, so it may be throttled too; calls a second. */
    private static final Map<String, RouteSettings> THROTTLES =
            Map.of("POST /webhook", upTo(100, 200), "GET /webhook", upTo(2, 5));

    private static final RouteSettings NEARLY_NOTHING = upTo(1, 2);

    static String newName() {
        byte[] bytes = new byte[NAME_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    boolean has(String name) {
        return all().stream().anyMatch(stage -> stage.stageName().equals(name));
    }

    /** Makes a stage of this name; it is logged like the public one. */
    void create(String name) {
        Stage known = all().stream()
                .filter(stage -> stage.stageName().equals(PUBLIC))
                .findFirst()
                .orElseThrow(() -> new AdminMustAct("stack.foreign", PUBLIC));
        AwsAccount.call(
                "apigateway:CreateStage",
                () -> client.createStage(stage -> stage.apiId(api)
                        .stageName(name)
                        .autoDeploy(true)
                        .routeSettings(THROTTLES)
                        .defaultRouteSettings(NEARLY_NOTHING)
                        .accessLogSettings(known.accessLogSettings())));
    }

    /** Deletes what {@link #newName} has named but for {@code kept}; says whether there was any. */
    boolean deleteOthers(String kept) {
        List<String> others = all().stream()
                .map(Stage::stageName)
                .filter(name -> NAME.matcher(name).matches() && !name.equals(kept))
                .toList();
        others.forEach(name -> AwsAccount.call(
                "apigateway:DeleteStage",
                () -> client.deleteStage(stage -> stage.apiId(api).stageName(name))));
        return !others.isEmpty();
    }

    private List<Stage> all() {
        return AwsAccount.call(
                "apigateway:GetStages",
                () -> client.getStages(stages -> stages.apiId(api)).items());
    }

    private static RouteSettings upTo(double perSecond, int atOnce) {
        return RouteSettings.builder()
                .throttlingRateLimit(perSecond)
                .throttlingBurstLimit(atOnce)
                .build();
    }
}
