package org.sprechstunde.acceptance.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.acceptance.simulation.SimulatedFunctions.Answer;

/** The mayor's page, which stays open: what it was shown of each enquiry, and whether it was ever kept from what is new. */
final class OpenPage {
    private static final int OK = 200;
    private static final int UNCHANGED = 304;

    private final SimulatedWorld world;
    private final History history;
    private final Map<String, Shown> shown = new HashMap<>();

    OpenPage(SimulatedWorld world, History history) {
        this.world = world;
        this.history = history;
    }

    private record Shown(String tag, JsonNode enquiry) {}

    /** Opens one of the enquiries. */
    Answer opens(String id) {
        Answer answer = world.functions().open(id);
        keep(id, answer);
        return answer;
    }

    /** Opens whatever is listed. */
    void opensAll() {
        listed().forEach(this::opens);
    }

    /** While nobody does anything: looks whether anything is new, and where it is told that nothing is, whether that is so. */
    void looks() {
        listed().forEach(this::looks);
    }

    private Iterable<String> listed() {
        return world.functions().list().body().path("enquiries").findValuesAsText("id");
    }

    private void looks(String id) {
        Optional<Shown> before = Optional.ofNullable(shown.get(id));
        Answer answer = world.functions().open(id, before.map(Shown::tag));
        if (answer.status() == UNCHANGED) {
            Answer now = world.functions().open(id);
            Optional<JsonNode> had = before.map(Shown::enquiry);
            if (!had.equals(Optional.of(plain(now)))) {
                history.broken.add("the page was told that nothing is new, and something is: %s instead of %s (%d)"
                        .formatted(plain(now), had, now.status()));
            }
        } else {
            keep(id, answer);
        }
    }

    private void keep(String id, Answer answer) {
        if (answer.status() == OK) {
            shown.put(id, new Shown(answer.tag(), plain(answer)));
        } else {
            shown.remove(id);
        }
    }

    /** Addresses of files are made anew each time. */
    private static JsonNode plain(Answer answer) {
        JsonNode plain = answer.body().deepCopy();
        plain.findParents("context").forEach(media -> ((ObjectNode) media).remove("url"));
        return plain;
    }
}
