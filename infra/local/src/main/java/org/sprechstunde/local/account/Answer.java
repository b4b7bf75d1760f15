package org.sprechstunde.local.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a call gives back, in AWS's JSON or in the older services' XML. */
record Answer(int status, String type, String body) {
    static Answer json(ObjectNode json) {
        return new Answer(200, "application/x-amz-json-1.1", json.toString());
    }

    static Answer xml(int status, String xml) {
        return new Answer(status, "text/xml", xml);
    }

    /** AWS's way to say no: the exception's name, and a sentence. */
    static Answer refused(String exception, String message) {
        ObjectNode json = object().put("__type", exception).put("message", message);
        return new Answer(400, "application/x-amz-json-1.1", json.toString());
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
