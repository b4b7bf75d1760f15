package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.local.Options;
import org.sprechstunde.repository.PinnedTool;
import org.sprechstunde.repository.Repository;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a citizen can ask for by the code of the farewell, and what anybody can check of the log behind it. */
final class ErasureLogTest {
    private static final Pattern CODE = Pattern.compile("\\b[B-Z]{4}-[B-Z]{4}\\b");
    private static final Duration SECOND_PASS = Duration.ofMinutes(21);
    private static final String ANY_YEAR = "20";
    private static final String NO_PACKAGES = "-S";
    private static final String KEY = "arn:aws:kms:eu-central-1:000000000000:key/SigningKey";

    private final HttpClient browser = HttpClient.newHttpClient();
    private TestTown town;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        town = TestTown.start(Options.forTest().withParameter("ErasureLog", "yes"));
    }

    @AfterEach
    void stop() {
        town.close();
        browser.close();
    }

    @Test
    void whoHasACodeLearnsThatAllIsErasedOnceItWasLookedForAgain() {
        String code = resolved("Quirin Quittung");

        assertThat(asked(code)).contains("Wird gelöscht").doesNotContain(code);

        later(SECOND_PASS);
        town.sweep();

        assertThat(asked(code))
                .contains("<h2>Gelöscht</h2>", "Das Rathaus hat Ihr Anliegen abgeschlossen.", "WhatsApp hat bestätigt")
                .contains("Im Löschprotokoll ist das Zeile 1.")
                .doesNotContain(code);
        assertThat(asked(code.replace("-", "").toLowerCase(Locale.ROOT))).contains("<h2>Gelöscht</h2>");
        assertThat(town.items().toString()).doesNotContain(code.replace("-", ""));
        assertThat(lines()).singleElement().asString().doesNotContain("Quirin", ":05Z");
    }

    @Test
    void whoErasesTheirOwnIsToldACodeAndTheLogSaysWhoseWishItWas() {
        Citizen citizen = town.meta().citizens().withPhone("Quentin Quittung");
        Chat chat = new Chat(town, citizen);
        chat.write("Bitte nur kurz merken.");
        String id = new Await(town).enquiry(citizen);

        String told = chat.tap(chat.askToErase()).getFirst();
        await().until(() -> town.itemsOf(id).stream().allMatch(key -> key.startsWith("TASK#forget#")));
        later(SECOND_PASS);
        town.sweep();

        assertThat(asked(code(told).orElseThrow())).contains("Sie haben gewünscht, dass wir löschen.");
    }

    @Test
    void aLineThatNeverComesIsSeenByTheCitizenAndInTheSignedLog() throws Exception {
        String code = resolved("Quinta Quittung");
        town.items().stream()
                .filter(item -> text(item, "sk").startsWith("TASK#forget#"))
                .forEach(this::lose);

        later(Duration.ofHours(26));
        town.sweepForLeftovers();

        assertThat(asked(code)).contains("Noch nicht gelöscht");
        assertThat(lines()).singleElement().asString().contains("\"overdue\":\"some\"");
        assertThat(checked()).contains("fehlte eine Löschung");
    }

    @Test
    void whatIsFoundLeftOverLaterIsNoSecondErasure() {
        Citizen citizen = town.meta().citizens().withPhone("Quentin Quittung");
        town.meta().sendText(citizen, "Die Laterne ist aus.");
        String id = new Await(town).enquiry(citizen, 1);
        town.api().resolve(id);
        later(SECOND_PASS);
        town.sweep();
        assertThat(town.itemsOf(id)).isEmpty();

        town.town()
                .stores()
                .table()
                .putItem(put -> put.tableName(town.town().table())
                        .item(Map.of(
                                "pk", AttributeValue.fromS("ENQUIRY#" + id),
                                "sk", AttributeValue.fromS("MESSAGE#1795424400000-0123456789abcdef0123456789abcdef"))));
        town.sweepForLeftovers();
        await().until(() -> town.itemsOf(id).stream().allMatch(key -> key.startsWith("TASK#forget#")));
        later(SECOND_PASS);
        town.sweep();

        assertThat(town.itemsOf(id)).isEmpty();
        assertThat(lines()).filteredOn(line -> line.contains("\"cause\"")).hasSize(1);
    }

    @Test
    void nothingBesideTheLogTellsMoreThanTheHour() {
        resolved("Quirin Quittung");
        later(SECOND_PASS);
        town.sweep();

        assertThat(town.items())
                .filteredOn(item -> text(item, "pk").startsWith("ERASURE#"))
                .singleElement()
                .satisfies(item -> assertThat(Long.parseLong(Objects.requireNonNull(item.get("expiresAt"))
                                        .n())
                                % 3600)
                        .isZero());
    }

    @Test
    @Tag("full")
    void aLogThatWasOffInBetweenIsCheckedWithBothItsKeys() throws Exception {
        resolved("Quinn Quittung");
        later(SECOND_PASS);
        town.sweepForLeftovers();
        Path first = key("schluessel-alt.json");
        town.town().account().keys().create(KEY);
        later(Duration.ofDays(1));
        town.sweepForLeftovers();

        assertThat(checked()).contains("Zeile 2 ist nicht mit diesem Schlüssel unterschrieben");
        assertThat(checked(_ -> {}, first)).contains("Die Kette ist vollständig, und jeder Tag ist unterschrieben.");
    }

    @Test
    void unknownCodesAreBoundedForAllWhoGuess() {
        String code = resolved("Quasi Quittung");
        later(Duration.ofHours(1));
        assertThat(asked("nichts")).contains("Das ist kein Code");

        for (int wrong = 0; wrong < 60; wrong++) {
            assertThat(asked("BCDF-GHJK")).contains("<h2>Unbekannt</h2>");
        }

        assertThat(asked("BCDF-GHJL")).contains("Gerade nicht");
        assertThat(asked(code)).as("a right guess is none any more either").contains("Gerade nicht");
        later(Duration.ofHours(1));
        town.sweep();
        assertThat(asked(code)).contains("<h2>Gelöscht</h2>");
    }

    @Test
    void whoeverHasTheLogAndThePublicKeyChecksItWithNothingOfOurs() throws Exception {
        beginInTheMorning();
        for (int day = 0; day < 3; day++) {
            resolved("Quinn Quittung " + day);
            later(SECOND_PASS);
            town.sweepForLeftovers();
            later(Duration.ofDays(1).minus(SECOND_PASS));
        }
        town.sweepForLeftovers();

        assertThat(checked())
                .contains("7 Zeilen, davon 3 Löschungen")
                .contains("Die Kette ist vollständig, und jeder Tag ist unterschrieben.");

        assertThat(checked(
                        log -> first(log).put("S", first(log).path("S").asText().replace("mayor", "expiry"))))
                .contains("Zeile 2 folgt nicht");
        assertThat(checked(log -> log.remove(2))).contains("Zeile 3 folgt nicht");
        assertThat(checked(log -> List.of(6, 5, 4).forEach(log::remove))).contains("ist nicht mehr unterschrieben");
        assertThat(checked(log -> ((ObjectNode) log.get(1).path("signature"))
                        .put("S", log.get(3).at("/signature/S").asText())))
                .contains("Zeile 2 ist nicht mit diesem Schlüssel unterschrieben");
    }

    @Test
    void thePageIsInTwoLanguagesAndKeepsNothing() {
        HttpResponse<String> german = sent(request().GET());
        HttpResponse<String> english =
                sent(request().header("accept-language", "en-GB").GET());

        assertThat(german.body()).contains("lang=\"de\"", "Ihr Code", "?language=en");
        assertThat(english.body()).contains("lang=\"en\"", "Your code", "?language=de");
        for (HttpResponse<String> page : List.of(german, english)) {
            assertThat(page.headers().firstValue("cache-control")).hasValue("no-store");
            assertThat(page.headers().firstValue("set-cookie")).isEmpty();
            assertThat(page.headers().firstValue("content-security-policy").orElse(""))
                    .startsWith("default-src 'none'")
                    .doesNotContain("script-src", "unsafe");
            assertThat(page.body().replaceAll("(?s)<style>.*</style>", ""))
                    .as("nothing is left unfilled")
                    .doesNotContain("<script", "{");
        }
    }

    @Test
    void aTownWithoutTheLogTellsNoCodeAndHasNoPage() {
        try (TestTown other = TestTown.start()) {
            Citizen citizen = other.meta().citizens().withPhone("Quax Quittung");
            other.meta().sendText(citizen, "Nur kurz.");
            String id = new Await(other).enquiry(citizen, 1);
            other.api().resolve(id);

            Chat chat = new Chat(other, citizen);
            await().until(() -> chat.answers().stream().anyMatch(text -> text.contains("abgeschlossen")));
            assertThat(chat.answers()).allMatch(text -> code(text).isEmpty());
            assertThat(ApiClient.fetch(other.town().page().resolve("/quittung")).statusCode())
                    .isEqualTo(404);
            assertThat(other.items()).noneMatch(item -> text(item, "pk").startsWith("ERASURE"));
        }
    }

    /** Writes, is settled, and reads the farewell. */
    private String resolved(String name) {
        Citizen citizen = town.meta().citizens().withPhone(name);
        town.meta().sendText(citizen, "Die Laterne ist aus.");
        String id = new Await(town).enquiry(citizen, 1);
        town.api().resolve(id);
        Chat chat = new Chat(town, citizen);
        return await().until(
                        () -> chat.answers().stream()
                                .flatMap(text -> code(text).stream())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<String> code(String text) {
        return CODE.matcher(text).results().map(MatchResult::group).findFirst();
    }

    /** A day of the log is one of UTC's: what begins just before midnight would be swept on the next one. */
    private void beginInTheMorning() {
        Instant now = town.town().clock().instant();
        later(Duration.between(now, now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(32))));
    }

    private void later(Duration duration) {
        town.town().advance(duration);
    }

    private void lose(Map<String, AttributeValue> item) {
        town.town()
                .stores()
                .table()
                .deleteItem(delete -> delete.tableName(town.town().table())
                        .key(Map.of(
                                "pk",
                                AttributeValue.fromS(text(item, "pk")),
                                "sk",
                                AttributeValue.fromS(text(item, "sk")))));
    }

    private String asked(String code) {
        return sent(request()
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("language=de&code=" + code)))
                .body();
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create(town.town().page() + "/quittung"));
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> lines() {
        return logged().stream().map(item -> text(item, "text")).toList();
    }

    private List<Map<String, AttributeValue>> logged() {
        return town.items().stream()
                .filter(item -> text(item, "sk").startsWith("LINE#"))
                .sorted(Comparator.comparing(item -> text(item, "sk")))
                .toList();
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return TestTown.text(item, name);
    }

    private String checked() throws Exception {
        return checked(_ -> {});
    }

    private static ObjectNode first(ArrayNode log) {
        return (ObjectNode) log.get(0).path("text");
    }

    /** What the script says to the log as AWS's command line gives it, after somebody has changed it. */
    private String checked(Consumer<ArrayNode> change, Path... otherKeys) throws Exception {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("Items");
        for (Map<String, AttributeValue> item : logged()) {
            ObjectNode json = items.addObject();
            item.forEach((name, value) -> json.putObject(name).put("S", value.s()));
        }
        change.accept(items);
        Path log = Files.writeString(folder.resolve("protokoll.json"), answer.toString());
        String today = LocalDate.ofInstant(town.town().clock().instant(), ZoneOffset.UTC)
                .toString();
        PinnedTool.need("openssl");
        List<String> command = new ArrayList<>(List.of(
                NO_PACKAGES,
                Repository.file("infra/handbook/datenschutz/loeschprotokoll.py").toString(),
                log.toString(),
                key("schluessel.json").toString()));
        Stream.of(otherKeys).map(Path::toString).forEach(command::add);
        command.addAll(List.of(ANY_YEAR, today));
        return PinnedTool.LINTERS_PYTHON.call(command).words();
    }

    /** The public half of the key that signs now, as AWS's command line gives it. */
    private Path key(String name) throws IOException {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        known.put("PublicKey", town.town().account().keys().publicKey(KEY).getEncoded());
        return Files.writeString(folder.resolve(name), known.toString());
    }
}
