package org.sprechstunde.acceptance.costs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.sprechstunde.repository.Repository;

/**
 * What was counted on the running town, by occasion.
 *
 * @param json for each occasion what happened, and how often
 */
public record CountedCalls(ObjectNode json) {
    public static final String FILE = "infra/handbook/figures/calls.json";

    /** When something is done, or how often by itself. */
    public enum Occasion {
        /** From the first word of a citizen to the last look after the resolve. */
        ENQUIRY,
        /** The page is opened and the mayor logs in. */
        VISIT,
        /** A minute with the page and an enquiry open. */
        DESK_MINUTE,
        /** The sweep of every five minutes, with nothing to do. */
        SWEEP,
        /** The hourly search for leftovers in an empty town. */
        SEARCH,
        /** What an open enquiry adds to the hourly search. */
        OPEN_IN_SEARCH,
        /** What an enquiry's seen marks add to it. */
        MARKS_IN_SEARCH
    }

    public static CountedCalls nothing() {
        return new CountedCalls(JsonNodeFactory.instance.objectNode());
    }

    public static CountedCalls read() {
        return new CountedCalls((ObjectNode) Prices.parse(Repository.text(FILE)));
    }

    /** Notes what happened on {@code times} such occasions together. */
    public void put(Occasion occasion, Map<String, Double> counts, double times) {
        ObjectNode node = json.putObject(occasion.name());
        counts.forEach((what, count) -> node.put(what, Math.round(count / times * 100) / 100.0));
    }

    /** Adds something that is known for such an occasion. */
    public void note(Occasion occasion, String what, double amount) {
        json.withObject("/" + occasion.name()).put(what, amount);
    }

    /** What a month with a thousand enquiries costs by these counts, in dollars at list prices. */
    public double dollars() {
        return new CostTables(this, Prices.read(), StandingResources.deployed()).dollarsPerThousand();
    }

    Map<String, Double> on(Occasion occasion) {
        Map<String, Double> counts = new TreeMap<>();
        JsonNode node = json.path(occasion.name());
        node.properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asDouble()));
        return counts;
    }

    public void write() {
        try {
            new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValue(Repository.file(FILE).toFile(), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
