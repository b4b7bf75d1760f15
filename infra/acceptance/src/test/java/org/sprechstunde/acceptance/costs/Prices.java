package org.sprechstunde.acceptance.costs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.sprechstunde.repository.Repository;

/** What things cost, and what had to be assumed; both from one file with its date. */
record Prices(JsonNode json) {
    static final String FILE = "infra/handbook/figures/prices.json";

    static Prices read() {
        return new Prices(parse(Repository.text(FILE)));
    }

    static JsonNode parse(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Dollars for so much of something, with or without what AWS gives everybody for nothing each month. */
    double dollars(String item, double amount, boolean free) {
        JsonNode price = json.path("prices").path(item);
        if (price.isMissingNode()) {
            throw new IllegalArgumentException("no price of " + item + " in " + FILE);
        }
        double charged = free ? Math.max(0, amount - price.path("free").asDouble()) : amount;
        return charged * price.path("price").asDouble() / price.path("per").asDouble();
    }

    /** What people call it. */
    String name(String item) {
        return json.path("prices").path(item).path("name").asText(item);
    }

    double assumed(String what) {
        JsonNode value = json.path("assumptions").path(what);
        if (!value.isNumber()) {
            throw new IllegalArgumentException("nothing is assumed about " + what + " in " + FILE);
        }
        return value.asDouble();
    }

    /** What Meta charges for so many messages to citizens, in euros. */
    double meta(double messages, boolean free) {
        JsonNode meta = json.path("meta");
        double charged = free ? Math.max(0, messages - meta.path("freeMessages").asDouble()) : messages;
        return charged * meta.path("euroPerMessage").asDouble();
    }

    double euros(double dollars) {
        return dollars * assumed("euroPerDollar");
    }
}
