package org.sprechstunde.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sprechstunde.enquiry.Person;
import org.sprechstunde.platform.Json;

/** Somebody of the town hall in JSON. */
public final class PersonJson {
    private PersonJson() {}

    public static ObjectNode of(Person person) {
        return Json.object().put("id", person.id()).put("name", person.name());
    }
}
