package org.sprechstunde.local.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.sprechstunde.emulator.web.Body;
import org.sprechstunde.emulator.web.WebAnswer.Whole;

/** What a call gives back, in AWS's JSON or in the older services' XML. */
record AwsAnswer(int status, String type, String body) {
    static AwsAnswer json(ObjectNode json) {
        return new AwsAnswer(200, "application/x-amz-json-1.1", json.toString());
    }

    static AwsAnswer rest(int status, ObjectNode json) {
        return new AwsAnswer(status, "application/json", json.toString());
    }

    static AwsAnswer xml(int status, String xml) {
        return new AwsAnswer(status, "text/xml", xml);
    }

    /** AWS's way to say no: the exception's name, and a sentence. */
    static AwsAnswer refused(String exception, String message) {
        ObjectNode json = object().put("__type", exception).put("message", message);
        return new AwsAnswer(400, "application/x-amz-json-1.1", json.toString());
    }

    Whole whole() {
        return new Whole(status, new Body(type, body.getBytes(StandardCharsets.UTF_8)));
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
