package org.sprechstunde.acceptance.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.sprechstunde.acceptance.simulation.Webhooks.Letter;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What people and machines do in the simulated town, each a flow of one actor. */
final class Town {
    private final World world;
    private final History history;
    private final Random random;

    Town(World world, History history, Random random) {
        this.world = world;
        this.history = history;
        this.random = random;
    }

    void writes(boolean withFile) {
        int number = history.letters.size();
        byte[] bytes = new byte[64 + random.nextInt(64)];
        random.nextBytes(bytes);
        Letter letter = new Letter(
                "%020X".formatted(random.nextLong() >>> 1),
                "Brief " + number,
                world.now().getEpochSecond(),
                withFile ? Optional.of(bytes) : Optional.empty());
        letter.file().ifPresent(file -> world.graph().shelve(letter.mediaId(), file));
        history.letters.put(letter.text(), letter);
        deliver(letter, false);
    }

    void deliver(Letter letter, boolean underBsuid) {
        if (world.functions().webhook(Webhooks.body(letter, underBsuid)).status() == 200) {
            history.acknowledged.add(letter.text());
        }
    }

    /** WhatsApp delivers once more what it has delivered before. */
    void redelivers() {
        List<Letter> known = List.copyOf(history.letters.values());
        if (!known.isEmpty()) {
            deliver(known.get(random.nextInt(known.size())), random.nextBoolean());
        }
    }

    /** The stream brings each task that nobody has begun. */
    void stream() {
        for (Map<String, AttributeValue> item : world.items()) {
            if (World.text(item, "sk").startsWith("TASK#")
                    && World.text(item, "attempts").equals("0")) {
                world.functions().tasks(World.text(item, "pk"), World.text(item, "sk"));
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

    private Optional<String> anEnquiry() {
        boolean open = history.mustBeOpen();
        int lags = world.table().lags();
        Functions.Answer list = world.functions().list();
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
            if (world.functions().reply(id, text, text).status() == 500) {
                world.functions().reply(id, text, text);
            }
        });
    }

    void resolves() {
        anEnquiry().ifPresent(id -> {
            Functions.Answer open = world.functions().open(id);
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
        long inbound = open.path("messages")
                .valueStream()
                .filter(message -> message.path("direction").asText().equals("in"))
                .count();
        history.resolves.merge(id, seen, Town::together);
        if (world.functions().resolve(id, inbound).status() == 200) {
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
        Functions.Answer list = world.functions().list();
        if (list.body().path("enquiries").findValuesAsText("id").contains(id)) {
            history.broken.add("a resolved enquiry is listed");
        }
        if (world.functions().open(id).status() == 200) {
            history.broken.add("a resolved enquiry can be opened");
        }
    }
}
