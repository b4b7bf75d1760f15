package org.sprechstunde.acceptance.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.sprechstunde.acceptance.simulation.History.Answered;
import org.sprechstunde.platform.Json;

/** What the mayor does. */
final class MayorFlows {
    final OpenPage page;

    private final SimulatedWorld world;
    private final History history;
    private final Random random;

    MayorFlows(SimulatedWorld world, History history, Random random) {
        this.world = world;
        this.history = history;
        this.random = random;
        this.page = new OpenPage(world, history);
    }

    private Optional<String> anEnquiry() {
        List<Resident> expected =
                history.residents.stream().filter(history::mustBeOpen).toList();
        int lags = world.table().lags();
        SimulatedFunctions.Answer list = world.functions().list();
        JsonNode all = list.body().path("enquiries");
        if (list.status() == 200 && world.table().lags() == lags) {
            List<String> names = all.findValuesAsText("name");
            expected.stream()
                    .filter(history::mustBeOpen)
                    .filter(resident -> !names.contains(resident.name()))
                    .forEach(_ -> history.broken.add("an open enquiry is not listed"));
        }
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(random.nextInt(all.size())).path("id").asText());
    }

    void replies() {
        answers((_, text) -> Optional.of(Json.object().put("text", text)));
    }

    /** What WhatsApp has approved. */
    void sendsTemplate() {
        ObjectNode template = Json.object();
        template.putObject("template").put("name", "rueckmeldung").put("language", "de");
        answers((_, _) -> Optional.of(template));
    }

    /** The page asks where to, seals the file and brings it there; only then the mayor can send it. */
    void sendsFile() {
        answers((id, text) -> {
            byte[] file =
                    "%%PDF-1.7 %s %016x".formatted(text, random.nextLong()).getBytes(UTF_8);
            SimulatedFunctions.Answer place = world.functions().attach(id, "application/pdf", file.length);
            if (place.status() != 201 || !brings(file, place.body())) {
                return Optional.empty();
            }
            history.answerFiles.put(text, file);
            ObjectNode reply = Json.object().put("text", text);
            reply.putObject("attachment")
                    .put("object", place.body().path("object").asText())
                    .put("key", place.body().path("key").asText());
            return Optional.of(reply);
        });
    }

    /** The browser's own call; whether the page gets to know that it is there. */
    private boolean brings(byte[] file, JsonNode place) {
        CallFate fate = StepScheduler.point("PUT from the page");
        if (fate == CallFate.FAIL_BEFORE || fate == CallFate.PARTLY) {
            return false;
        }
        world.put(place.path("context").asText(), key(place), file);
        return fate == CallFate.PASS;
    }

    static byte[] key(JsonNode place) {
        try {
            return place.path("key").binaryValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What somebody answers to an enquiry, in words that nobody else says; empty if it did not come to it. */
    private interface Wording {
        Optional<ObjectNode> of(String enquiry, String text);
    }

    private void answers(Wording wording) {
        String text = "Antwort " + random.nextInt(1_000_000);
        anEnquiry().ifPresent(id -> {
            SimulatedFunctions.Answer open = page.opens(id);
            if (open.status() == 200) {
                wording.of(id, text).ifPresent(reply -> answer(id, open.body(), text, reply));
            }
        });
    }

    private void answer(String id, JsonNode open, String text, ObjectNode reply) {
        history.answers.put(text, new Answered(resident(open), id, texts(open)));
        String key = text.replace(' ', '-');
        reply.put("revision", open.path("revision").asLong());
        if (world.functions().reply(id, key, reply).status() == 500) {
            world.functions().reply(id, key, reply);
        }
    }

    private Resident resident(JsonNode open) {
        return history.named(open.at("/citizen/name").asText());
    }

    /**
     * Two people at once with one enquiry: both look, one notes something and takes it on, and both answer what they have seen
     * before either did. Only one may get through.
     */
    void helpEachOther() {
        anEnquiry().ifPresent(id -> {
            String one = "named " + random.nextInt(1000);
            String other = "silent " + random.nextInt(1000);
            SimulatedFunctions functions = world.functions();
            SimulatedFunctions.Answer open = functions.look(id, one, "writing");
            functions.look(id, other, "reading");
            functions.note(id, one, "Notiz " + random.nextInt(1000));
            functions.assign(
                    id, other, functions.introduce(one).body().at("/me/id").asText());
            if (open.status() == 200) {
                answerBoth(id, open.body(), List.of(one, other));
            }
            functions.look(id, one, "left");
        });
    }

    private void answerBoth(String id, JsonNode open, List<String> people) {
        int sent = 0;
        for (String who : people) {
            String text = "Antwort " + random.nextInt(1_000_000);
            history.answers.put(text, new Answered(resident(open), id, texts(open)));
            ObjectNode reply = Json.object()
                    .put("text", text)
                    .put("revision", open.path("revision").asLong());
            sent += world.functions().replyBy(who, id, reply).status() == 201 ? 1 : 0;
        }
        if (sent > 1) {
            history.broken.add("two people answered what neither had seen answered");
        }
    }

    void resolves() {
        anEnquiry().ifPresent(id -> {
            SimulatedFunctions.Answer open = page.opens(id);
            if (open.status() == 200) {
                resident(open.body()).ended = true;
                resolve(id, open.body());
            }
        });
    }

    private void resolve(String id, JsonNode open) {
        history.resolves.merge(id, texts(open), MayorFlows::together);
        if (world.functions().resolve(id, open.path("revision").asLong()).status() == 200) {
            history.resolved.add(id);
            history.sentBefore.put(id, world.graph().sent().size());
            looksAgain(id);
        }
    }

    private static Set<String> texts(JsonNode open) {
        return open.path("messages")
                .valueStream()
                .map(message -> message.path("text").asText())
                .collect(Collectors.toSet());
    }

    private static Set<String> together(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    /** What is resolved is neither listed nor opened, from that moment on. */
    private void looksAgain(String id) {
        SimulatedFunctions.Answer list = world.functions().list();
        if (list.body().path("enquiries").findValuesAsText("id").contains(id)) {
            history.broken.add("a resolved enquiry is listed");
        }
        if (world.functions().open(id).status() == 200) {
            history.broken.add("a resolved enquiry can be opened");
        }
    }
}
