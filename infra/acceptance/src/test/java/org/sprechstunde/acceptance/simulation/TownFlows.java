package org.sprechstunde.acceptance.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sprechstunde.acceptance.simulation.History.Answered;
import org.sprechstunde.acceptance.simulation.History.Retention;
import org.sprechstunde.acceptance.simulation.SignedWebhooks.Citizen;
import org.sprechstunde.acceptance.simulation.SignedWebhooks.Letter;
import org.sprechstunde.acceptance.simulation.SimulatedWhatsApp.Sent;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.whatsapp.CarriedIds;
import org.sprechstunde.whatsapp.EraseButton;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What people and machines do in the simulated town, each a flow of one actor. */
final class TownFlows {
    /** Opens what only the town can open, without a step of the town's. */
    private static final CarriedIds CARRIED =
            new CarriedIds(() -> new Pseudonyms(Wire.PEPPER.getBytes(UTF_8)), new SecureRandom());

    private final SimulatedWorld world;
    private final History history;
    private final Random random;

    TownFlows(SimulatedWorld world, History history, Random random) {
        this.world = world;
        this.history = history;
        this.random = random;
    }

    void writes(boolean withFile) {
        writes(somebody(), withFile);
    }

    void writes(Resident resident, boolean withFile) {
        deliver(List.of(letter(resident, withFile)), false);
    }

    private Resident somebody() {
        return history.residents.get(random.nextInt(history.residents.size()));
    }

    private Letter letter(Resident resident, boolean withFile) {
        int number = history.letters.size();
        byte[] bytes = new byte[64 + random.nextInt(64)];
        random.nextBytes(bytes);
        Letter letter = new Letter(
                resident.citizen(),
                token(),
                "Brief " + number,
                world.now().getEpochSecond(),
                withFile ? Optional.of(bytes) : Optional.empty());
        letter.file().ifPresent(file -> world.graph().shelve(letter.mediaId(), file));
        history.letters.put(letter.text(), letter);
        history.writers.put(letter.text(), resident);
        return letter;
    }

    /** All in one body. */
    void deliver(List<Letter> letters, boolean underBsuid) {
        deliver(letters, SignedWebhooks.body(letters, underBsuid));
    }

    private boolean deliver(List<Letter> letters, String body) {
        Instant begun = world.now();
        boolean taken = world.functions().webhook(body).status() == 200;
        if (taken) {
            letters.forEach(letter -> history.acknowledged.putIfAbsent(letter.text(), begun));
        }
        return taken;
    }

    /** WhatsApp delivers once more what it has delivered before. */
    void redelivers() {
        aLetter().ifPresent(letter -> deliver(List.of(letter), random.nextBoolean()));
    }

    /** The citizen goes on writing, and WhatsApp delivers that together with what it has delivered before. */
    void writesMore() {
        List<Letter> letters = new ArrayList<>();
        aLetter().ifPresent(letters::add);
        letters.add(letter(somebody(), false));
        letters.add(letter(somebody(), false));
        deliver(letters, random.nextBoolean());
    }

    /** Several people's messages in one body, and among them somebody's change of number. */
    void crowd() {
        List<Letter> letters = history.residents.stream()
                .map(resident -> letter(resident, false))
                .toList();
        Resident mover = somebody();
        Citizen was = mover.citizen();
        mover.move();
        String body =
                SignedWebhooks.body(letters, was, world.now().getEpochSecond(), token(), changeOfNumber(was, mover));
        history.owed.put(body, world.now());
        if (deliver(letters, body)) {
            history.owed.remove(body);
        }
    }

    /** The stream brings each task that nobody has begun: in batches, out of order, some of it twice. */
    void stream() {
        List<ItemKey> keys = new ArrayList<>();
        for (Map<String, AttributeValue> item : world.items()) {
            if (SimulatedWorld.text(item, "sk").startsWith("TASK#")
                    && SimulatedWorld.text(item, "attempts").equals("0")) {
                keys.add(ItemKey.of(item));
            }
        }
        if (history.residents.size() > 1 && !keys.isEmpty()) {
            keys.add(keys.get(random.nextInt(keys.size())));
            Collections.shuffle(keys, random);
        }
        int batch = history.residents.size();
        for (int from = 0; from < keys.size(); from += batch) {
            world.functions().tasks(keys.subList(from, Math.min(keys.size(), from + batch)));
        }
    }

    void sweeps(boolean leftovers) {
        world.functions().sweep(leftovers);
    }

    /** Over one limit or another, in the middle of whatever is going on. */
    void timePasses() {
        List<Duration> leaps = List.of(
                Duration.ofMinutes(20),
                Duration.ofHours(25),
                Duration.ofDays(6),
                Duration.ofDays(26),
                Duration.ofDays(31),
                Duration.ofDays(84));
        timePasses(leaps.get(random.nextInt(leaps.size())));
    }

    void timePasses(Duration leap) {
        world.advance(leap);
        if (leap.compareTo(Duration.ofDays(3)) > 0) {
            history.residents.forEach(resident -> resident.ended = true);
        }
    }

    /** DynamoDB deletes what has had its time, when it likes. */
    void timeToLive() {
        history.timeToLive = true;
        world.timeToLive(random);
    }

    /** The town sets another retention. */
    void deploys() {
        history.retention = Retention.SHORT;
        world.deploy(List.of(Retention.values()).get(random.nextInt(2)));
    }

    private String token() {
        return "%020X".formatted(random.nextLong() >>> 1);
    }

    /** The citizen writes a letter anew. */
    void edits() {
        aLetter().ifPresent(letter -> {
            String words = letter.text() + " neu";
            history.edits.put(letter.text(), words);
            does(writer(letter), message -> {
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
            does(
                    writer(letter),
                    message -> message.put("type", "revoke")
                            .putObject("revoke")
                            .put("original_message_id", letter.wamid(random.nextBoolean())));
        });
    }

    private Optional<Letter> aLetter() {
        List<Letter> known = history.letters.values().stream()
                .filter(letter -> !History.isGivenUp(Instant.ofEpochSecond(letter.second()), world.now()))
                .toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(random.nextInt(known.size())));
    }

    private Citizen writer(Letter letter) {
        return Objects.requireNonNull(history.writers.get(letter.text())).citizen();
    }

    /** A citizen puts a sign on a letter of their own. */
    void reacts() {
        aLetter()
                .ifPresent(letter -> does(
                        writer(letter),
                        message -> message.put("type", "reaction")
                                .putObject("reaction")
                                .put("message_id", letter.wamid(random.nextBoolean()))
                                .put("emoji", "👍")));
    }

    /** A citizen asks for help, or for what is stored. */
    void asks() {
        String word = random.nextBoolean() ? "Hilfe" : "Auskunft";
        does(
                somebody().citizen(),
                message -> message.put("type", "text").putObject("text").put("body", word));
    }

    /** A citizen has a new number, and with it a new user id. */
    void moves() {
        Resident mover = somebody();
        Citizen was = mover.citizen();
        mover.move();
        does(was, changeOfNumber(was, mover));
    }

    private static Consumer<ObjectNode> changeOfNumber(Citizen was, Resident mover) {
        Citizen now = mover.citizen();
        return message -> message.put("type", "system")
                .putObject("system")
                .put("type", "user_changed_number")
                .put("wa_id", now.phone())
                .put("user_id", now.bsuid())
                .put("previous_user_id", was.bsuid());
    }

    /** A citizen wants everything erased, and says so twice. */
    void erases() {
        Resident resident = somebody();
        int before = world.graph().sent().size();
        does(
                resident.citizen(),
                message -> message.put("type", "text").putObject("text").put("body", " löschen"));
        List<Sent> since = world.graph().sent();
        since.subList(before, since.size()).stream()
                .filter(sent -> resident.isKnownAs(sent.to()) && !sent.button().isEmpty())
                .map(Sent::button)
                .reduce((_, last) -> last)
                .ifPresent(button -> taps(resident, button));
    }

    private void taps(Resident resident, String button) {
        String enquiry =
                EraseButton.parse(CARRIED.open(button)).orElseThrow().enquiry().toString();
        resident.wished.put(enquiry, world.now());
        resident.ended = true;
        boolean done = does(
                resident.citizen(),
                message -> message.put("type", "interactive")
                        .putObject("interactive")
                        .put("type", "button_reply")
                        .putObject("button_reply")
                        .put("id", button)
                        .put("title", "Ja"));
        // A tap under the former identity that comes after the notice of the change finds nothing there, and says so.
        if (done && !resident.hasMoved()) {
            history.resolved.add(enquiry);
        }
    }

    /** WhatsApp says what became of an answer, in any order. */
    void hears() {
        if (answers().isEmpty()) {
            replies();
        }
        List<Sent> answers = answers();
        if (!answers.isEmpty()) {
            Sent answer = answers.get(random.nextInt(answers.size()));
            List<String> states = new ArrayList<>(List.of("sent", "delivered", "read"));
            Collections.shuffle(states, random);
            states.forEach(state -> post(SignedWebhooks.status(
                    answer.callback(), answer.to(), state, world.now().getEpochSecond())));
        }
    }

    /** The mayor's; how far an answer to a citizen's word has come, nobody asks. */
    private List<Sent> answers() {
        return world.graph().sent().stream()
                .filter(sent ->
                        sent.text().startsWith("Antwort") && !sent.callback().isEmpty())
                .toList();
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
        Instant since = history.owed.computeIfAbsent(body, _ -> world.now());
        if (History.isGivenUp(since, world.now())) {
            return false;
        }
        boolean taken = world.functions().webhook(body).status() == 200;
        if (taken) {
            history.owed.remove(body);
        }
        return taken;
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
        String text = "Antwort " + random.nextInt(1_000_000);
        anEnquiry().ifPresent(id -> {
            SimulatedFunctions.Answer open = world.functions().open(id);
            if (open.status() == 200) {
                history.answers.put(text, new Answered(resident(open.body()), id, texts(open.body())));
                long seen = open.body().path("revision").asLong();
                String key = text.replace(' ', '-');
                if (world.functions().reply(id, key, text, seen).status() == 500) {
                    world.functions().reply(id, key, text, seen);
                }
            }
        });
    }

    private Resident resident(JsonNode open) {
        return history.named(open.at("/citizen/name").asText());
    }

    void resolves() {
        anEnquiry().ifPresent(id -> {
            SimulatedFunctions.Answer open = world.functions().open(id);
            if (open.status() == 200) {
                resident(open.body()).ended = true;
                resolve(id, open.body());
            }
        });
    }

    private void resolve(String id, JsonNode open) {
        history.resolves.merge(id, texts(open), TownFlows::together);
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
