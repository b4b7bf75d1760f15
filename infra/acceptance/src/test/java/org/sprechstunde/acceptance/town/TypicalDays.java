package org.sprechstunde.acceptance.town;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.phone.FileKind;

/**
 * A town's days, for counting: citizens write three texts and send a photo, the mayor reads, answers twice and
 * resolves. Waits by the log alone, since every look into a store would be counted too.
 */
final class TypicalDays {
    private static final Duration LAST_LOOK = Duration.ofMinutes(21);
    private static final int POLLS_PER_MINUTE = 12;
    private static final Pattern ASSET = Pattern.compile("(?:/assets/|\\./)([\\w.-]+\\.(?:js|css|woff2))");

    private final TestTown town;
    private final List<Citizen> citizens = new ArrayList<>();
    private final Counting counting;

    TypicalDays(TestTown town, Counting counting) {
        this.town = town;
        this.counting = counting;
    }

    /** Until every client is connected and the secret is known. */
    void warmUp() {
        citizensWrite(1);
        mayorAnswersAndResolves();
    }

    void sweep() {
        town.sweep();
    }

    void search() {
        town.sweepForLeftovers();
    }

    void citizensWrite(int number) {
        byte[] photo = resource("/demo/laterne.jpg");
        for (int i = 0; i < number; i++) {
            Citizen citizen = town.meta().citizens().withPhone("Typisch " + citizens.size());
            citizens.add(citizen);
            town.meta()
                    .sendText(citizen, "Guten Tag, in der Schulstraße ist seit gestern die Laterne vor Nummer 12 aus.");
            town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", photo));
            town.meta().sendText(citizen, "Abends ist es dort sehr dunkel, und viele Kinder gehen den Weg.");
            town.meta().sendText(citizen, "Können Sie das bitte weitergeben?");
        }
        int wanted = citizens.size();
        await().until(() -> logged("MEDIA_STORED") >= wanted && logged("GREETING_SENT") >= wanted);
        delivered();
    }

    /** The page asks every five seconds whether the list and the open enquiry, which it has, are still the same. */
    void deskMinutes(int minutes) {
        List<String> paths = List.of("/api/enquiries?order=newest", "/api/enquiries/" + open().getFirst());
        Map<String, String> tags = new HashMap<>();
        for (int poll = 0; poll < minutes * POLLS_PER_MINUTE; poll++) {
            for (String path : paths) {
                HttpResponse<byte[]> answer = town.api().unless(path, tags.getOrDefault(path, "\"none\""));
                tags.put(path, answer.headers().firstValue("etag").orElseThrow());
            }
        }
    }

    void mayorAnswersAndResolves() {
        for (String id : open()) {
            look(id);
            town.api().reply(id, "first", "Danke für den Hinweis! Ich gebe das heute an die Stadtwerke weiter.");
            delivered();
            town.api()
                    .reply(
                            id,
                            "second",
                            "Die Stadtwerke haben die Lampe getauscht. Danke noch einmal und einen schönen Abend!");
            delivered();
            town.api().resolve(id);
        }
        delivered();
        town.town().advance(LAST_LOOK);
        sweep();
    }

    private void delivered() {
        new Await(town).delivered();
    }

    private void look(String id) {
        for (JsonNode message : town.api().open(id).body().path("messages")) {
            String file = message.at("/media/url").asText();
            if (!file.isEmpty()) {
                ApiClient.fetch(URI.create(file));
                counting.count("S3 GET requests", 1);
            }
        }
    }

    private List<String> open() {
        List<String> ids = new ArrayList<>();
        town.api()
                .list()
                .body()
                .path("enquiries")
                .forEach(enquiry -> ids.add(enquiry.path("id").asText()));
        return ids;
    }

    /** The page with all that it loads at once, its settings and the first list. */
    void visit() {
        load("/config.json");
        String page = load("/");
        Set<String> wanted = new TreeSet<>(assets(page));
        assets(page).stream()
                .filter(name -> name.endsWith(".css"))
                .forEach(name -> wanted.addAll(assets(load("/assets/" + name))));
        wanted.stream().filter(name -> !name.endsWith(".css")).forEach(name -> load("/assets/" + name));
        town.api().list();
    }

    private String load(String path) {
        HttpResponse<byte[]> response = ApiClient.fetch(town.town().page().resolve(path));
        counting.count("bytes to the browser", response.body().length);
        return new String(response.body(), UTF_8);
    }

    private static List<String> assets(String text) {
        return ASSET.matcher(text).results().map(asset -> asset.group(1)).toList();
    }

    /** Messages of the town's, to the citizens so far. */
    double messagesToCitizens() {
        return citizens.stream()
                .flatMap(citizen -> town.meta().conversation(citizen).stream())
                .filter(bubble -> !bubble.fromCitizen())
                .count();
    }

    private long logged(String event) {
        return town.logged(event);
    }

    private static byte[] resource(String name) {
        try (InputStream in = TypicalDays.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
