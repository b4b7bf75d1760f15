package org.sprechstunde.acceptance.simulation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.sprechstunde.platform.Json;

/** WhatsApp's side without a network: files that citizens sent, and what the town has called. */
final class SimulatedWhatsApp {
    static final String HOST = "graph.simulated";
    static final String MEDIA = "media.simulated";

    private static final Answer BUSY =
            new Answer(503, "{\"error\":{\"code\":131016}}".getBytes(StandardCharsets.UTF_8));

    /** As long a citizen's file can be fetched; what the town has uploaded stays longer, but is sent at once. */
    static final Duration SHELF_LIFE = Duration.ofDays(7);

    private final Supplier<Instant> now;
    private final Map<String, Shelved> files = new HashMap<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private WhatsAppHabits habits = WhatsAppHabits.none();

    SimulatedWhatsApp(Supplier<Instant> now) {
        this.now = now;
    }

    private record Shelved(byte[] file, Instant since) {}

    /**
     * What somebody was sent, and under which id: words, the id of a button below them, what statuses bring back, whether
     * again, and the file above them; empty where it has none.
     */
    record Sent(String wamid, String to, String text, String button, String callback, boolean again, byte[] file) {
        private static Sent of(String wamid, JsonNode message, boolean again, byte[] file) {
            return new Sent(
                    wamid,
                    message.path("to").asText(message.path("recipient").asText()),
                    words(message),
                    message.at("/interactive/action/buttons/0/reply/id").asText(),
                    message.path("biz_opaque_callback_data").asText().replaceFirst("^-$", ""),
                    again,
                    file);
        }

        private static String words(JsonNode message) {
            return message.at("/text/body")
                    .asText(message.at("/document/caption").asText());
        }
    }

    record Answer(int status, byte[] body) {
        static Answer json(String json) {
            return new Answer(200, json.getBytes(StandardCharsets.UTF_8));
        }

        /** Half of it, if the connection breaks midway. */
        Answer cut(boolean midway) {
            return midway ? new Answer(status, Arrays.copyOf(body, body.length / 2)) : this;
        }

        private static Answer missing() {
            return new Answer(404, "{\"error\":{\"code\":100}}".getBytes(StandardCharsets.UTF_8));
        }
    }

    void shelve(String id, byte[] file) {
        files.put(id, new Shelved(file, now.get()));
    }

    /** What was sent to citizens, in order. */
    List<Sent> sent() {
        return sent;
    }

    /** What WhatsApp was asked for, in order: a method and the last part of a path. */
    List<String> calls() {
        return calls;
    }

    void behave(WhatsAppHabits now) {
        habits = now;
    }

    WhatsAppHabits habits() {
        return habits;
    }

    /** WhatsApp has no time for this; whoever sends it again has waited. */
    Answer busy(String path, byte[] body) {
        if (path.endsWith("/messages")) {
            refused.add(Sent.words(Json.read(body)));
        }
        return BUSY;
    }

    /**
     * What WhatsApp answers.
     *
     * @param namesNumber whether the call names the town's number beside the file
     */
    Answer answer(String method, String path, boolean namesNumber, byte[] body) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        calls.add(method + " " + last);
        return switch (last) {
            case "messages" -> message(Json.read(body));
            case "media" -> upload(new String(body, ISO_8859_1));
            default ->
                habits.ofNumber(namesNumber).orElseGet(() -> method.equals("DELETE") ? deletion(last) : location(last));
        };
    }

    private Answer message(JsonNode message) {
        if (!message.has("status")) {
            Optional<Answer> refusal = habits.ofMessage();
            if (refusal.isPresent()) {
                refused.add(Sent.words(message));
                return refusal.get();
            }
            String document = message.at("/document/id").asText();
            Optional<byte[]> file = shelved(document);
            if (!document.isEmpty() && file.isEmpty()) {
                return new Answer(400, "{\"error\":{\"code\":100}}".getBytes(StandardCharsets.UTF_8));
            }
            String wamid = "wamid.out" + (sent.size() + 1);
            boolean again = refused.contains(Sent.words(message));
            sent.add(Sent.of(wamid, message, again, file.orElse(new byte[0])));
        }
        return Answer.json("{\"messages\":[{\"id\":\"wamid.out%d\"}]}".formatted(sent.size()));
    }

    /** The file in a form, which is the only PDF there. */
    private Answer upload(String form) {
        int begin = form.indexOf("%PDF");
        String id = "upload" + files.size();
        shelve(id, form.substring(begin, form.indexOf("\r\n--", begin)).getBytes(ISO_8859_1));
        return Answer.json("{\"id\":\"%s\"}".formatted(id));
    }

    private Answer deletion(String id) {
        Optional<Answer> refusal = habits.ofDeletion(id);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        files.remove(id);
        return habits.deleted();
    }

    private Optional<byte[]> shelved(String id) {
        return Optional.ofNullable(files.get(id))
                .filter(shelved -> now.get().isBefore(shelved.since().plus(SHELF_LIFE)))
                .map(Shelved::file);
    }

    private Answer location(String id) {
        return shelved(id).map(file -> Answer.json(lookUp(id, file))).orElseGet(Answer::missing);
    }

    Answer download(String path) {
        return shelved(path.substring(1)).map(file -> new Answer(200, file)).orElseGet(Answer::missing);
    }

    private static String lookUp(String id, byte[] file) {
        return "{\"url\":\"https://%s/%s\",\"file_size\":%d,\"sha256\":\"%s\"}"
                .formatted(MEDIA, id, file.length, hash(file));
    }

    static String hash(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void clear() {
        habits = WhatsAppHabits.none();
        files.clear();
        sent.clear();
        calls.clear();
        refused.clear();
    }
}
