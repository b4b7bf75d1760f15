package org.sprechstunde.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Goes the mayor's way as far as nobody needs the mayor's second factor: up to the login's door, and from behind it, where
 * the functions are called as the gateway calls them for somebody who has logged in. They are asked for an enquiry that
 * nobody has, so nothing is read that a citizen wrote.
 */
record MayorStep(Console console, Visitor visitor, DeployedFunctions functions) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOBODY = "0".repeat(32);
    private static final Pattern ERROR = Pattern.compile("[?&]error=([A-Za-z0-9_]+)");

    /** A hash of nothing that anybody will ever redeem. */
    private static final String CHALLENGE = "A".repeat(43);

    private static final int MISSING = 404;

    void take(DeployedStack deployedStack) {
        console.step("mayor");
        int before = console.open();
        door(deployedStack.page());
        call(deployedStack, "InboxFunction", "GET", "", "");
        call(deployedStack, "ReplyFunction", "POST", "/replies", "{\"revision\":1,\"text\":\"-\"}");
        call(deployedStack, "ResolveFunction", "POST", "/resolve", "{\"revision\":1}");
        if (console.open() == before) {
            console.good("mayor.good");
        }
        console.unseen("mayor.unseen");
    }

    /** Where the page sends whoever wants to log in: a server that does not know page, client or scope says so there. */
    private void door(String page) {
        JsonNode configuration = json(visitor.get(page + "config.json", Map.of()));
        String issuer = configuration.path("issuer").asText();
        JsonNode server = json(visitor.get(issuer + "/.well-known/openid-configuration", Map.of()));
        String authorize = server.path("authorization_endpoint").asText();
        if (!authorize.startsWith("http")) {
            console.open("mayor.issuer", issuer);
            return;
        }
        Visitor.Seen seen = visitor.get(authorize + question(configuration, page), Map.of());
        Matcher error = ERROR.matcher(seen.location());
        if (error.find()) {
            console.open("mayor.door", error.group(1));
        } else if (seen.status() == 0 || seen.status() >= 400) {
            console.open("mayor.door", seen.status() == 0 ? "–" : seen.status());
        }
    }

    private static String question(JsonNode configuration, String page) {
        return "?response_type=code&state=check&code_challenge_method=S256&code_challenge=" + CHALLENGE + "&client_id="
                + encoded(configuration.path("client_id").asText())
                + "&scope=" + encoded("openid " + configuration.path("scope").asText())
                + "&redirect_uri=" + encoded(page);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    private static JsonNode json(Visitor.Seen seen) {
        try {
            return JSON.readTree(seen.body());
        } catch (JsonProcessingException _) {
            return JSON.missingNode();
        }
    }

    private void call(DeployedStack deployedStack, String function, String method, String rest, String body) {
        int status = functions.status(deployedStack.id(), function, event(method, rest, body));
        if (status != MISSING) {
            console.open("mayor.wrong", function, status == 0 ? "–" : status, MISSING);
        }
    }

    /** As API Gateway hands it over once it has found the token good. */
    private static ObjectNode event(String method, String rest, String body) {
        String path = "/api/enquiries/" + NOBODY + rest;
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("version", "2.0")
                .put("routeKey", method + " /api/enquiries/{id}" + rest)
                .put("rawPath", path)
                .put("rawQueryString", "")
                .put("body", body)
                .put("isBase64Encoded", false);
        event.putObject("headers").put("content-type", "application/json").put("idempotency-key", "check");
        event.putObject("pathParameters").put("id", NOBODY);
        ObjectNode context =
                event.putObject("requestContext").put("requestId", "check").put("stage", "$default");
        context.putObject("http").put("method", method).put("path", path).put("sourceIp", "192.0.2.1");
        context.putObject("authorizer").putObject("jwt").putObject("claims").put("sub", "infra/connect --check");
        return event;
    }
}
