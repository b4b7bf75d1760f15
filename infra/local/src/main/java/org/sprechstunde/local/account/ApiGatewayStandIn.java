package org.sprechstunde.local.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sprechstunde.emulator.web.JsonTrees;
import org.sprechstunde.emulator.web.Route;
import org.sprechstunde.emulator.web.WebAnswer;
import org.sprechstunde.emulator.web.WebRequest;
import org.sprechstunde.local.gateway.Stages;

/** API Gateway: the stages of the town's one API, which its gateway serves from then on. */
record ApiGatewayStandIn(Stages stages) {
    private static final String ALL = "/v2/apis/{api}/stages";
    private static final String LOGS = "arn:aws:logs:eu-central-1:000000000000:log-group:api";

    List<Route> routes() {
        return List.of(
                new Route("GET", ALL, _ -> list()),
                new Route("POST", ALL, this::create),
                new Route("DELETE", ALL + "/{stage}", this::delete));
    }

    private WebAnswer list() {
        ObjectNode json = AwsAnswer.object();
        json.putArray("items").add(stage("$default"));
        stages.named().forEach(name -> json.withArray("items").add(stage(name)));
        return AwsAnswer.rest(200, json).whole();
    }

    /** As API Gateway would, with the settings that make a stage safe to be public; it takes fewer in a test than there. */
    private WebAnswer create(WebRequest request) {
        var wanted = JsonTrees.read(request.body()).orElseGet(JsonTrees::object);
        String name = wanted.path("stageName").asText();
        boolean guarded = wanted.at("/routeSettings/POST ~1webhook/throttlingRateLimit")
                                .asDouble()
                        > 0
                && wanted.at("/defaultRouteSettings/throttlingRateLimit").asDouble() > 0
                && wanted.at("/accessLogSettings/destinationArn").asText().equals(LOGS)
                && wanted.path("autoDeploy").asBoolean();
        if (!guarded || !name.matches("[A-Za-z0-9_-]{1,128}")) {
            return refused(400, "BadRequestException", "Invalid stage");
        }
        return stages.add(name)
                ? AwsAnswer.rest(201, stage(name)).whole()
                : refused(409, "ConflictException", "Stage already exists");
    }

    private WebAnswer delete(WebRequest request) {
        return stages.remove(request.path("stage"))
                ? new AwsAnswer(204, "application/json", "").whole()
                : refused(404, "NotFoundException", "Invalid stage identifier specified");
    }

    private static ObjectNode stage(String name) {
        ObjectNode stage = AwsAnswer.object().put("stageName", name);
        stage.putObject("accessLogSettings").put("destinationArn", LOGS).put("format", "$context.requestId");
        return stage;
    }

    private static WebAnswer refused(int status, String exception, String message) {
        return AwsAnswer.rest(
                        status, AwsAnswer.object().put("__type", exception).put("message", message))
                .whole();
    }
}
