package org.sprechstunde.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A request of nobody's, about nothing that is there: answered at a function's start, it brings classes, connections and
 * the secret, so that the first person finds them.
 *
 * @param stage the API's stage that it would come by
 */
public record Rehearsal(String method, String path, String stage, String header, String value, String body) {
    /** An id that is never drawn. */
    private static final String NOBODY = "0".repeat(32);

    /** Something below an enquiry that nobody has; {@code rest} is empty for the enquiry itself. */
    public static Rehearsal ofEnquiry(String method, String rest, String body) {
        String path = "/api/enquiries/{id}" + rest;
        return new Rehearsal(method, path, ApiRequest.PUBLIC_STAGE, "idempotency-key", NOBODY, body);
    }

    /** As API Gateway hands it over. */
    byte[] event() {
        ObjectNode event = Json.object()
                .put("routeKey", method + " " + path)
                .put("rawPath", path.replace("{id}", NOBODY))
                .put("body", body);
        event.putObject("headers").put(header, value);
        event.putObject("pathParameters").put("id", NOBODY);
        ObjectNode context = event.putObject("requestContext").put("stage", stage);
        context.putObject("authorizer").putObject("jwt").putObject("claims").put("sub", NOBODY);
        return Json.bytes(event);
    }
}
