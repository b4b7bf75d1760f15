package org.sprechstunde.acceptance.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A resource as written in the template. */
record WrittenResource(String id, JsonNode body) {

    String type() {
        return body.path("Type").asText();
    }

    JsonNode properties() {
        return body.path("Properties");
    }

    /** The value at a JSON pointer below the properties; a missing node if there is none. */
    JsonNode at(String pointer) {
        return properties().at(pointer);
    }

    /** A complaint for each of {@code facts} that does not hold. */
    List<String> complaints(Fact... facts) {
        List<String> complaints = new ArrayList<>();
        for (Fact fact : facts) {
            if (!fact.holds()) {
                complaints.add(id + ": " + fact.sentence());
            }
        }
        return complaints;
    }

    /** Something that should be so. */
    record Fact(String sentence, boolean holds) {}

    static Fact fact(String sentence, boolean holds) {
        return new Fact(sentence, holds);
    }
}
