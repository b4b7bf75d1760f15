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
import org.sprechstunde.acceptance.simulation.Webhooks.Letter;
import org.sprechstunde.enquiry.DataKey;
import org.sprechstunde.enquiry.Pseudonyms;
import org.sprechstunde.enquiry.Sealed;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What must hold once the dust has settled, whatever happened before. */
final class Promises {
    private static final Set<String> OF_A_MARK = Set.of("pk", "sk", "enquiry", "message", "expiresAt");
    private static final Pseudonyms PSEUDONYMS = new Pseudonyms("pepper".getBytes(StandardCharsets.UTF_8));

    private final World world;
    private final History history;
    private final List<Map<String, AttributeValue>> items;
    private final Map<String, JsonNode> shown = new HashMap<>();

    Promises(World world, History history) {
        this.world = world;
        this.history = history;
        this.items = world.items();
    }

    void check() {
        Set<String> open = open();
        history.letters.values().forEach(this::keptOrErased);
        marksArePlain();
        nothingIsLeft();
        history.resolved.forEach(id -> require(!open.contains(id), "a resolved enquiry has come back"));
        sentOnce();
    }

    /** Neither items nor objects nor unfinished uploads of any enquiry that has no key any more. */
    void nothingIsLeft() {
        Set<String> remains = items.stream()
                .map(item -> World.text(item, "pk"))
                .filter(pk -> pk.startsWith("ENQUIRY#"))
                .map(pk -> pk.substring("ENQUIRY#".length()))
                .collect(Collectors.toSet());
        world.objectNames("").forEach(name -> remains.add(name.split("/", 2)[0]));
        world.uploads().forEach(name -> remains.add(name.split("/", 2)[0]));
        items.stream()
                .filter(item -> World.text(item, "pk").startsWith("CITIZEN#"))
                .map(item -> World.text(item, "enquiry"))
                .forEach(remains::remove);
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
            require(!texts.isEmpty() || !history.revoked.isEmpty(), "an enquiry without messages is shown");
        }
        return ids;
    }

    private void keptOrErased(Letter letter) {
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
        Optional<String> enquiry = mark(letter).map(item -> World.text(item, "enquiry"));
        require(enquiry.isPresent(), "a message was lost without a mark");
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

    private Optional<Map<String, AttributeValue>> mark(Letter letter) {
        String key = "SEEN#" + PSEUDONYMS.message(letter.token());
        return items.stream().filter(item -> World.text(item, "pk").equals(key)).findFirst();
    }

    private boolean isReadable(JsonNode message, byte[] file) {
        JsonNode media = message.path("media");
        if (!media.path("state").asText().equals("stored")) {
            return false;
        }
        String name = media.path("context").asText();
        return world.objectNames(name).contains(name)
                && Sealed.open(world.object(name), DataKey.of(key(media)), name)
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
                .filter(item -> World.text(item, "pk").startsWith("SEEN#"))
                .forEach(item -> require(OF_A_MARK.containsAll(item.keySet()), "a mark holds more than it may"));
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
