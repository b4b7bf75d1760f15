package org.sprechstunde.acceptance.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sprechstunde.acceptance.simulation.SignedWebhooks.Letter;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.crypto.SealedBox;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What must hold once the dust has settled, whatever happened before. */
final class PromiseChecks {
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

    PromiseChecks(SimulatedWorld world, History history) {
        this.world = world;
        this.history = history;
        this.items = world.items();
    }

    void check() {
        Set<String> open = open();
        history.letters.values().forEach(letter -> keptOrErased(letter, open));
        marksArePlain();
        nothingIsLeft(open);
        history.resolved.forEach(id -> require(!open.contains(id), "a resolved enquiry has come back"));
        sentOnce();
    }

    /** What the forget tasks have left for the reconciliation to find was left too long. */
    void beforeReconciliation() {
        nothingIsLeft(open());
    }

    /** Neither items nor objects nor unfinished uploads of any enquiry but those that are open. */
    private void nothingIsLeft(Set<String> open) {
        Set<String> remains = items.stream()
                .map(item -> SimulatedWorld.text(item, "pk"))
                .filter(pk -> pk.startsWith("ENQUIRY#"))
                .map(pk -> pk.substring("ENQUIRY#".length()))
                .collect(Collectors.toSet());
        world.objectNames("").forEach(name -> remains.add(name.split("/", 2)[0]));
        world.uploads().forEach(name -> remains.add(name.split("/", 2)[0]));
        remains.removeAll(open);
        require(remains.isEmpty(), "something is left of an enquiry that is gone");
    }

    private Set<String> open() {
        Set<String> ids = new HashSet<>();
        for (JsonNode enquiry : world.functions().list().body().path("enquiries")) {
            String id = enquiry.path("id").asText();
            ids.add(id);
            List<String> texts = new ArrayList<>();
            for (JsonNode message : world.functions().open(id).body().path("messages")) {
                String text = message.path("text").asText();
                texts.add(text);
                require(shown.put(text, message) == null, "a message is shown twice");
            }
            require(!texts.isEmpty() || isTakenBack(id), "an enquiry without messages is shown");
        }
        return ids;
    }

    /** Whether letters of this enquiry were taken back, and no others are known of it. */
    private boolean isTakenBack(String enquiry) {
        List<Letter> its = history.letters.values().stream()
                .filter(letter -> enquiry(letter).equals(Optional.of(enquiry)))
                .toList();
        return !its.isEmpty() && its.stream().map(Letter::text).allMatch(history.revoked::contains);
    }

    private void keptOrErased(Letter letter, Set<String> open) {
        require(history.acknowledged.contains(letter.text()), "a message was never acknowledged");
        Optional<JsonNode> message = shown(letter);
        if (history.revoked.contains(letter.text())) {
            require(message.isEmpty() || history.hasMoved(), "what the citizen has taken back is shown");
            return;
        }
        if (message.isPresent()) {
            letter.file().ifPresent(file -> require(isReadable(message.get(), file), "a file cannot be read"));
            return;
        }
        Optional<String> enquiry = enquiry(letter);
        require(enquiry.isPresent(), "a message was lost without a mark");
        require(enquiry.filter(open::contains).isEmpty(), "an open enquiry has lost a message");
        if (history.expired || enquiry.filter(history.wished::contains).isPresent()) {
            return;
        }
        require(
                enquiry.filter(history.resolves::containsKey).isPresent(),
                "a message was erased that nobody wanted erased");
        enquiry.map(history.resolves::get)
                .ifPresent(seen -> require(
                        seen.contains(letter.text()) || seen.contains(edited(letter)), "a message was erased unread"));
    }

    /** With its new words, where there are any, and then never with the old ones. */
    private Optional<JsonNode> shown(Letter letter) {
        Optional<JsonNode> old = Optional.ofNullable(shown.get(letter.text()));
        if (!history.edits.containsKey(letter.text())) {
            return old;
        }
        require(old.isEmpty() || history.hasMoved(), "the words before an edit are shown");
        return Optional.ofNullable(shown.get(edited(letter))).or(() -> old);
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
                && SealedBox.open(world.object(name), DataKey.of(key(media)), name)
                        .filter(plain -> Arrays.equals(plain, file))
                        .isPresent();
    }

    private static byte[] key(JsonNode media) {
        try {
            return media.path("key").binaryValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void marksArePlain() {
        items.stream()
                .filter(item -> SimulatedWorld.text(item, "pk").startsWith("SEEN#"))
                .forEach(item -> require(MARKS.contains(item.keySet()), "a mark holds more or less than it may"));
    }

    private void sentOnce() {
        List<String> answers = world.graph().sent().stream()
                .filter(text -> text.startsWith("Antwort"))
                .toList();
        require(new HashSet<>(answers).size() == answers.size(), "an answer was sent twice");
    }

    private void require(boolean held, String otherwise) {
        if (!held) {
            history.broken.add(otherwise);
        }
    }
}
