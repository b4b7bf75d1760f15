package org.sprechstunde.acceptance.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sprechstunde.acceptance.simulation.History.Answered;
import org.sprechstunde.acceptance.simulation.SignedWebhooks.Letter;
import org.sprechstunde.acceptance.simulation.SimulatedWhatsApp.Sent;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.crypto.SealedBox;
import org.sprechstunde.whatsapp.CallbackData;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What must hold once the dust has settled, whatever happened before. */
final class PromiseChecks {
    private static final Set<String> WORD_ANSWERED = Set.of("pk", "sk", "expiresAt", "word", "mark");

    /** Of what WhatsApp told of an answer by an id that nobody knew yet; it names no enquiry. */
    private static final Set<String> TOLD_EARLY = Set.of("pk", "sk", "expiresAt", "delivery", "code");

    /** Of a message that was stored, and of a word that was answered. */
    private static final Set<Set<String>> MARKS = Set.of(
            Set.of("pk", "sk", "enquiry", "message", "expiresAt"),
            // Of a message that was answered, and of a farewell; answered thanks are noted there.
            Set.of("pk", "sk", "expiresAt"),
            Set.of("pk", "sk", "expiresAt", "answered"),
            // Of a word, said in an enquiry or while none was open.
            Set.of("pk", "sk", "expiresAt", "seen", "answeredUntil", "about"),
            Set.of("pk", "sk", "expiresAt", "seen", "answeredUntil"),
            // Of a citizen's day.
            Set.of("pk", "sk", "expiresAt", "AUTO_REPLY"),
            Set.of("pk", "sk", "expiresAt", "FILE"),
            Set.of("pk", "sk", "expiresAt", "AUTO_REPLY", "FILE"));

    private static final Pseudonyms PSEUDONYMS = new Pseudonyms("pepper".getBytes(StandardCharsets.UTF_8));

    private final SimulatedWorld world;
    private final History history;
    private final List<Map<String, AttributeValue>> items;
    private final Map<String, JsonNode> shown = new HashMap<>();
    private final Map<String, String> whose = new HashMap<>();

    PromiseChecks(SimulatedWorld world, History history) {
        this.world = world;
        this.history = history;
        this.items = world.items();
    }

    void check() {
        Set<String> open = open();
        nothingIsMixedUp();
        history.letters.values().forEach(letter -> keptOrErased(letter, open));
        marksArePlain();
        nothingIsLeft(open);
        history.resolved.forEach(id -> require(!open.contains(id), "a resolved enquiry has come back"));
        sentOnce();
        toWhoAsked();
        history.answerFiles.forEach(this::isWhole);
        new ErasureLogChecks(world, history, items).check(open);
    }

    /** A file of the mayor's is what it was, for the mayor as for whoever was sent it. */
    private void isWhole(String text, byte[] file) {
        Optional.ofNullable(shown.get(text))
                .ifPresent(answer -> require(isReadable(answer, file), "a file of the mayor's cannot be read"));
        world.graph().sent().stream()
                .filter(sent -> sent.text().equals(text))
                .forEach(sent -> require(Arrays.equals(sent.file(), file), "an answer went with another file"));
    }

    /** What the forget tasks have left for the reconciliation to find was left too long. */
    void beforeReconciliation() {
        nothingIsLeft(
                Set.copyOf(world.functions().list().body().path("enquiries").findValuesAsText("id")));
    }

    /** Neither items nor objects nor unfinished uploads nor marks of answers of any enquiry but those that are open. */
    private void nothingIsLeft(Set<String> open) {
        Set<String> remains = items.stream()
                .map(item -> SimulatedWorld.text(item, "pk"))
                .filter(pk -> pk.startsWith("ENQUIRY#"))
                .map(pk -> pk.substring("ENQUIRY#".length()))
                .collect(Collectors.toSet());
        world.objectNames("").forEach(name -> remains.add(name.split("/", 2)[0]));
        world.uploads().forEach(name -> remains.add(name.split("/", 2)[0]));
        items.stream()
                .filter(item -> SimulatedWorld.text(item, "pk").startsWith("ANSWER#"))
                // Of the answer to a citizen's word nothing is stored.
                .filter(mark -> !mark.keySet().equals(WORD_ANSWERED))
                .filter(mark -> !mark.keySet().equals(TOLD_EARLY) || !hasExpired(mark))
                .forEach(mark -> remains.add(SimulatedWorld.text(mark, "enquiry")));
        remains.removeAll(open);
        require(remains.isEmpty(), "something is left of an enquiry that is gone");
    }

    /** Gone by DynamoDB's TTL, whenever that comes. */
    private boolean hasExpired(Map<String, AttributeValue> item) {
        return Long.parseLong(SimulatedWorld.text(item, "expiresAt"))
                <= world.now().getEpochSecond();
    }

    private Set<String> open() {
        Set<String> ids = new HashSet<>();
        for (JsonNode enquiry : world.functions().list().body().path("enquiries")) {
            String id = enquiry.path("id").asText();
            ids.add(id);
            List<String> texts = new ArrayList<>();
            JsonNode opened = world.functions().open(id).body();
            JsonNode citizen = opened.path("citizen");
            for (JsonNode message : opened.path("messages")) {
                String text = message.path("text").asText();
                texts.add(text);
                boolean ours = message.path("kind").asText().equals("template");
                require(shown.put(text, message) == null || ours, "a message is shown twice");
                whose.put(text, citizen.path("name").asText());
            }
            waitsWhoWasNotHeard(id, opened);
            require(!texts.isEmpty() || isTakenBack(id), "an enquiry without messages is shown");
        }
        return ids;
    }

    /** Every letter stands in an enquiry of exactly who wrote it, and every answer in one of who was answered. */
    private void nothingIsMixedUp() {
        history.letters.keySet().forEach(text -> {
            String name = Objects.requireNonNull(history.writers.get(text)).name();
            for (String words : List.of(text, history.edits.getOrDefault(text, text))) {
                require(whose.getOrDefault(words, name).equals(name), "a message stands in somebody else's enquiry");
            }
        });
        history.answers.forEach((text, answered) -> {
            String name = answered.resident().name();
            require(whose.getOrDefault(text, name).equals(name), "an answer stands in somebody else's enquiry");
        });
    }

    /** Who has written what no answer's writer had seen waits for an answer, whatever the clocks say. */
    private void waitsWhoWasNotHeard(String enquiry, JsonNode opened) {
        Set<String> heard = history.answers.values().stream()
                .filter(answered -> answered.enquiry().equals(enquiry))
                .flatMap(answered -> answered.seen().stream())
                .collect(Collectors.toSet());
        boolean unheard = history.letters.values().stream()
                .filter(letter -> isShownIn(opened, letter))
                .anyMatch(letter -> !heard.contains(letter.text()) && !heard.contains(edited(letter)));
        require(!unheard || opened.has("waitingSince"), "somebody has not been heard, and does not wait");
    }

    private boolean isShownIn(JsonNode opened, Letter letter) {
        List<String> texts = opened.path("messages").findValuesAsText("text");
        return texts.contains(letter.text()) || texts.contains(edited(letter));
    }

    /** Whether letters of this enquiry were taken back, and no others are known of it. */
    private boolean isTakenBack(String enquiry) {
        List<Letter> its = history.letters.values().stream()
                .filter(letter -> enquiry(letter).equals(Optional.of(enquiry)))
                .toList();
        return !its.isEmpty() && its.stream().map(Letter::text).allMatch(history.revoked::contains);
    }

    private void keptOrErased(Letter letter, Set<String> open) {
        Instant acknowledged = history.acknowledged.get(letter.text());
        if (acknowledged == null) {
            require(
                    History.isGivenUp(Instant.ofEpochSecond(letter.second()), world.now()),
                    "a message was never acknowledged");
            return;
        }
        Resident writer = Objects.requireNonNull(history.writers.get(letter.text()));
        Optional<JsonNode> message = shown(letter);
        if (history.revoked.contains(letter.text())) {
            require(
                    message.isEmpty() || writer.hasMoved() || isGivenUp(letter),
                    "what the citizen has taken back is shown");
            return;
        }
        if (message.isPresent()) {
            require(!history.erased.contains(letter.text()), "somebody was told that all is erased, and it is not");
            letter.file()
                    .ifPresent(file -> require(
                            isReadable(message.get(), file) || isLost(letter, message.get()), "a file cannot be read"));
            return;
        }
        Optional<String> enquiry = enquiry(letter);
        require(enquiry.isPresent(), "a message was lost without a mark");
        require(enquiry.filter(open::contains).isEmpty(), "an open enquiry has lost a message");
        if (hasHadItsTime(acknowledged, enquiry) || isWished(writer, acknowledged)) {
            return;
        }
        require(
                enquiry.filter(history.resolves::containsKey).isPresent(),
                "a message was erased that nobody wanted erased");
        enquiry.map(history.resolves::get)
                .ifPresent(seen -> require(
                        seen.contains(letter.text()) || seen.contains(edited(letter)), "a message was erased unread"));
    }

    /** Kept for as long as was promised: since this message, or since the first of its enquiry. */
    private boolean hasHadItsTime(Instant acknowledged, Optional<String> enquiry) {
        Duration tolerance = Duration.ofMillis(2 * SimulatedWorld.SKEW);
        Instant now = world.now().plus(tolerance);
        Instant first = history.letters.values().stream()
                .filter(other -> enquiry(other).equals(enquiry))
                .flatMap(other -> Optional.ofNullable(history.acknowledged.get(other.text())).stream())
                .min(Comparator.naturalOrder())
                .orElse(acknowledged);
        boolean idle = !now.isBefore(acknowledged.plus(Duration.ofDays(history.retention.idleDays)));
        boolean old = !now.isBefore(first.plus(Duration.ofDays(history.retention.maximumDays)))
                && !now.isBefore(acknowledged.plus(history.retention.leastTime()));
        return idle || old;
    }

    /** Erased at its writer's wish, which takes all that has come from them by then, in whichever of their enquiries. */
    private static boolean isWished(Resident writer, Instant acknowledged) {
        Instant earliest = acknowledged.minusMillis(2 * SimulatedWorld.SKEW);
        return writer.wished.values().stream().anyMatch(wish -> !wish.isBefore(earliest));
    }

    /** With its new words, where there are any, and then never with the old ones. */
    private Optional<JsonNode> shown(Letter letter) {
        Optional<JsonNode> old = Optional.ofNullable(shown.get(letter.text()));
        if (!history.edits.containsKey(letter.text())) {
            return old;
        }
        Resident writer = Objects.requireNonNull(history.writers.get(letter.text()));
        require(old.isEmpty() || writer.hasMoved() || isGivenUp(letter), "the words before an edit are shown");
        return Optional.ofNullable(shown.get(edited(letter))).or(() -> old);
    }

    /** WhatsApp could not deliver for a week what its writer did to it. */
    private boolean isGivenUp(Letter letter) {
        return history.owed.keySet().stream()
                .anyMatch(body -> body.contains(letter.wamid(true)) || body.contains(letter.wamid(false)));
    }

    private String edited(Letter letter) {
        return history.edits.getOrDefault(letter.text(), letter.text());
    }

    /** The enquiry that the letter's mark names. */
    private Optional<String> enquiry(Letter letter) {
        String key = "SEEN#" + PSEUDONYMS.message(letter.token());
        return items.stream()
                .filter(item -> SimulatedWorld.text(item, "pk").equals(key))
                .map(item -> SimulatedWorld.text(item, "enquiry"))
                .findFirst();
    }

    private boolean isReadable(JsonNode message, byte[] file) {
        JsonNode media = message.path("media");
        if (!media.path("state").asText().equals("stored")) {
            return false;
        }
        String name = media.path("context").asText();
        return world.objectNames(name).contains(name)
                && SealedBox.open(world.object(name), DataKey.of(MayorFlows.key(media)), name)
                        .filter(plain -> Arrays.equals(plain, file))
                        .isPresent();
    }

    /** WhatsApp had it no longer, and the mayor is told so. */
    private boolean isLost(Letter letter, JsonNode message) {
        Instant sent = Instant.ofEpochSecond(letter.second());
        return message.at("/media/state").asText().equals("lost")
                && world.now().isAfter(sent.plus(SimulatedWhatsApp.SHELF_LIFE));
    }

    private void marksArePlain() {
        items.stream()
                .filter(item -> SimulatedWorld.text(item, "pk").startsWith("SEEN#"))
                .forEach(item -> require(MARKS.contains(item.keySet()), "a mark holds more or less than it may"));
    }

    /** Known by its words, or where those are WhatsApp's, by what statuses of it bring back. */
    private void sentOnce() {
        List<String> answers = world.graph().sent().stream()
                .filter(sent -> history.answers.containsKey(sent.text()) || isTemplate(sent))
                .map(sent -> sent.text().isEmpty() ? Wire.CARRIED.open(sent.callback()) : sent.text())
                .toList();
        require(new HashSet<>(answers).size() == answers.size(), "an answer was sent twice");
    }

    private static boolean isTemplate(Sent sent) {
        return sent.text().isEmpty() && enquiry(sent).isPresent();
    }

    /** The enquiry that an answer of the mayor's belongs to, as WhatsApp brings it back. */
    private static Optional<String> enquiry(Sent sent) {
        return Optional.of(sent.callback())
                .filter(callback -> !callback.isEmpty())
                .flatMap(callback -> CallbackData.parse(Wire.CARRIED.open(callback)))
                .map(carried -> carried.enquiry().value());
    }

    /**
     * Every answer goes to who asked, and none is tried again after the mayor has read that all is erased. A first try under
     * way has its lease, whose end the farewell waits for; here no waiting takes time.
     */
    private void toWhoAsked() {
        Map<String, Resident> asked = history.answers.values().stream()
                .collect(Collectors.toMap(Answered::enquiry, Answered::resident, (one, _) -> one));
        List<Sent> sent = world.graph().sent();
        for (int place = 0; place < sent.size(); place++) {
            Sent each = sent.get(place);
            Optional<String> enquiry = enquiry(each);
            if (enquiry.isPresent()) {
                Resident resident = Objects.requireNonNull(asked.get(enquiry.get()));
                require(resident.isKnownAs(each.to()), "an answer went to somebody else");
                require(
                        !each.again() || place < history.sentBefore.getOrDefault(enquiry.get(), Integer.MAX_VALUE),
                        "an answer left after its enquiry was erased");
            }
        }
    }

    private void require(boolean held, String otherwise) {
        if (!held) {
            history.broken.add(otherwise);
        }
    }
}
