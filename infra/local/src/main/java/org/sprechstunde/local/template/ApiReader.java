package org.sprechstunde.local.template;

import java.util.List;
import java.util.Optional;
import org.sprechstunde.local.template.RouteSpec.AuthorizerSpec;

/** Follows each route to its integration, its function and its authorizer. */
record ApiReader(Stack stack, List<FunctionSpec> functions) {
    private static final String INTEGRATIONS = "integrations/";

    List<RouteSpec> routes() {
        return stack.read("AWS::ApiGatewayV2::Route", (_, route) -> route(route));
    }

    private RouteSpec route(Values route) {
        return new RouteSpec(
                route.text("RouteKey"),
                function(route.text("Target")),
                authorizer(route),
                route.texts("AuthorizationScopes"));
    }

    private String function(String target) {
        if (!target.startsWith(INTEGRATIONS)) {
            throw new TemplateException("a route's target should start with integrations/, but is " + target);
        }
        Values integration = stack.find("AWS::ApiGatewayV2::Integration", target.substring(INTEGRATIONS.length()));
        if (!integration.text("PayloadFormatVersion").equals("2.0")) {
            throw new TemplateException(integration.where() + ": only payload format 2.0 is understood here");
        }
        String called = integration.text("IntegrationUri");
        return functions.stream()
                .filter(function -> function.arn().equals(called))
                .findFirst()
                .orElseThrow(() -> new TemplateException(integration.where() + " calls no function of this template"))
                .logicalId();
    }

    private Optional<AuthorizerSpec> authorizer(Values route) {
        String type = route.optionalText("AuthorizationType").orElse("NONE");
        return switch (type) {
            case "NONE" -> Optional.empty();
            case "JWT" -> Optional.of(jwt(stack.find("AWS::ApiGatewayV2::Authorizer", route.text("AuthorizerId"))));
            default -> throw new TemplateException(route.where() + ": authorization " + type + " is not understood");
        };
    }

    private static AuthorizerSpec jwt(Values authorizer) {
        if (!authorizer.texts("IdentitySource").equals(List.of("$request.header.Authorization"))) {
            throw new TemplateException(authorizer.where() + ": the token is only looked for in Authorization");
        }
        Values jwt = authorizer.in("JwtConfiguration");
        return new AuthorizerSpec(jwt.text("Issuer"), jwt.texts("Audience"));
    }
}
