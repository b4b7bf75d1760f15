package org.sprechstunde.acceptance.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sprechstunde.acceptance.simulation.SignedWebhooks.Citizen;
import org.sprechstunde.acceptance.simulation.SignedWebhooks.Letter;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What people and machines do in the simulated town, each a flow of one actor. */
final class TownFlows {
    private final SimulatedWorld world;
    private final History history;
    private final Random random;

    TownFlows(SimulatedWorld world, History history, Random random) {
        this.world = world;
        this.history = history;
        this.random = random;
    }

    void writes(boolean withFile) {
        deliver(List.of(letter(withFile)), false);
    }

    private Letter letter(boolean withFile) {
        int number = history.letters.size();
        byte[] bytes = new byte[64 + random.nextInt(64)];
        random.nextBytes(bytes);
        Letter letter = new Letter(
                history.citizen,
                token(),
                "Brief " + number,
                world.now().getEpochSecond(),
                withFile ? Optional.of(bytes) : Optional.empty());
        letter.file().ifPresent(file -> world.graph().shelve(letter.mediaId(), file));
        history.letters.put(letter.text(), letter);
        return letter;
    }

    /** All in one body. */
    void deliver(List<Letter> letters, boolean underBsuid) {
        if (world.functions().webhook(SignedWebhooks.body(letters, underBsuid)).status() == 200) {
            letters.forEach(letter -> history.acknowledged.add(letter.text()));
        }
    }

    /** WhatsApp delivers once more what it has delivered before. */
    void redelivers() {
        aLetter().ifPresent(letter -> deliver(List.of(letter), random.nextBoolean()));
    }

    /** The citizen goes on writing, and WhatsApp delivers that together with what it has delivered before. */
    void writesMore() {
        List<Letter> letters = new ArrayList<>();
        aLetter().ifPresent(letters::add);
        letters.add(letter(false));
        letters.add(letter(false));
        deliver(letters, random.nextBoolean());
    }

    /** The stream brings each task that nobody has begun. */
    void stream() {
        for (Map<String, AttributeValue> item : world.items()) {
            if (SimulatedWorld.text(item, "sk").startsWith("TASK#")
                    && SimulatedWorld.text(item, "attempts").equals("0")) {
                world.functions().tasks(SimulatedWorld.text(item, "pk"), SimulatedWorld.text(item, "sk"));
            }
        }
    }

    void sweeps(boolean leftovers) {
        world.functions().sweep(leftovers);
    }

    void expires() {
        history.expired = true;
        world.advance(Duration.ofDays(31));
    }

    private String token() {
        return "%020X".formatted(random.nextLong() >>> 1);
    }

    /** The citizen writes a letter anew. */
    void edits() {
        aLetter().ifPresent(letter -> {
            String words = letter.text() + " neu";
            history.edits.put(letter.text(), words);
            does(message -> {
                ObjectNode edit = message.put("type", "edit").putObject("edit");
                letter.content(
                        edit.put("original_message_id", letter.wamid(random.nextBoolean()))
                                .putObject("message"),
                        words);
            });
        });
    }

    /** The citizen takes a letter back. */
    void revokes() {
        aLetter().ifPresent(letter -> {
            history.revoked.add(letter.text());
            does(message -> message.put("type", "revoke")
                    .putObject("revoke")
                    .put("original_message_id", letter.wamid(random.nextBoolean())));
        });
    }

    private Optional<Letter> aLetter() {
        List<Letter> known = List.copyOf(history.letters.values());
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(random.nextInt(known.size())));
    }

    /** The citizen has a new number, and with it a new user id. */
    void moves() {
        Citizen was = history.citizen;
        history.citizen = new Citizen(was.phone() + "7", was.bsuid() + "7");
        does(
                was,
                message -> message.put("type", "system")
                        .putObject("system")
                        .put("type", "user_changed_number")
                        .put("wa_id", was.phone() + "7")
                        .put("user_id", was.bsuid() + "7")
                        .put("previous_user_id", was.bsuid()));
    }

    /** The citizen wants everything erased, and says so twice. */
    void erases() {
        int before = world.graph().buttons().size();
        does(message -> message.put("type", "text").putObject("text").put("body", " löschen"));
        List<String> buttons = world.graph().buttons();
        if (buttons.size() == before) {
            return;
        }
        String button = buttons.getLast();
        String enquiry = button.substring(button.indexOf('/') + 1);
        history.wished.add(enquiry);
        boolean done = does(message -> message.put("type", "interactive")
                .putObject("interactive")
                .put("type", "button_reply")
                .putObject("button_reply")
                .put("id", button)
                .put("title", "Ja"));
        // A tap under the former identity that comes after the notice of the change finds nothing there, and says so.
        if (done && !history.hasMoved()) {
            history.resolved.add(enquiry);
        }
    }

    /** WhatsApp says what became of an answer, in any order. */
    void hears() {
        List<String> callbacks = world.graph().callbacks();
        if (!callbacks.isEmpty()) {
            String callback = callbacks.get(random.nextInt(callbacks.size()));
            List<String> states = new ArrayList<>(List.of("sent", "delivered", "read"));
            Collections.shuffle(states, random);
            states.forEach(state ->
                    post(SignedWebhooks.status(callback, state, world.now().getEpochSecond())));
        }
    }

    private boolean does(Consumer<ObjectNode> content) {
        return does(history.citizen, content);
    }

    private boolean does(Citizen citizen, Consumer<ObjectNode> content) {
        return post(SignedWebhooks.body(
                citizen,
                SignedWebhooks.wamid(citizen.phone(), token()),
                world.now().getEpochSecond(),
                content));
    }

    /** WhatsApp delivers again until it is answered 200. */
    boolean post(String body) {
        history.owed.add(body);
        boolean taken = world.functions().webhook(body).status() == 200;
        if (taken) {
            history.owed.remove(body);
        }
        return taken;
    }

    private Optional<String> anEnquiry() {
        boolean open = history.mustBeOpen();
        int lags = world.table().lags();
        SimulatedFunctions.Answer list = world.functions().list();
        JsonNode all = list.body().path("enquiries");
        boolean exact = list.status() == 200 && world.table().lags() == lags;
        if (exact && all.isEmpty() && open && history.mustBeOpen()) {
            history.broken.add("an open enquiry is not listed");
        }
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(random.nextInt(all.size())).path("id").asText());
    }

    void replies() {
        String text = "Antwort " + random.nextInt(1_000_000);
        anEnquiry().ifPresent(id -> {
            SimulatedFunctions.Answer open = world.functions().open(id);
            long seen = open.body().path("revision").asLong();
            if (open.status() == 200
                    && world.functions().reply(id, text, text, seen).status() == 500) {
                world.functions().reply(id, text, text, seen);
            }
        });
    }

    void resolves() {
        anEnquiry().ifPresent(id -> {
            SimulatedFunctions.Answer open = world.functions().open(id);
            if (open.status() == 200) {
                resolve(id, open.body());
            }
        });
    }

    private void resolve(String id, JsonNode open) {
        Set<String> seen = open.path("messages")
                .valueStream()
                .map(message -> message.path("text").asText())
                .collect(Collectors.toSet());
        history.resolves.merge(id, seen, TownFlows::together);
        if (world.functions().resolve(id, open.path("revision").asLong()).status() == 200) {
            history.resolved.add(id);
            looksAgain(id);
        }
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
