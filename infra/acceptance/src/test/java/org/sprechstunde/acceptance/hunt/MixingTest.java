package org.sprechstunde.acceptance.hunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.hunt.CanarySearch.Finding;
import org.sprechstunde.acceptance.hunt.Place.Chunk;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.crypto.SealedBox;
import org.sprechstunde.emulator.chat.ChatMessage;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.MessageDraft;
import org.sprechstunde.emulator.phone.Phones;

/**
 * Three people write at once, in deliveries of their own and in one; the mayor answers all of them in every way, with the
 * same keys. Whatever is shown of one of them, sent to them or told of them holds nothing of another.
 */
@Tag("full")
final class MixingTest {
    private final HuntTown town = HuntTown.start();
    private final TappedMayor mayor =
            new TappedMayor(town.front().uri(), town.town().token());
    private final List<Person> people = List.of(new Person("Anna"), new Person("Bernd"), new Person("Clara"));

    @AfterEach
    void stop() {
        mayor.close();
        town.close();
    }

    @Test
    void nothingOfOneStandsAnywhereWithAnother() {
        for (int round = 0; round < 2; round++) {
            people.forEach(person -> town.meta().send(person.citizen, person.letters.text("text")));
            people.forEach(person -> town.meta().send(person.citizen, person.letters.picture("picture")));
        }
        town.meta()
                .sendTogether(people.stream()
                        .map(person -> new Phones.Written(person.citizen, person.letters.text("text in a crowd")))
                        .toList());
        people.getFirst().story.everythingComesAgain();
        people.forEach(Person::isComplete);

        people.forEach(Person::isAnswered);
        people.forEach(Person::asksAndReacts);
        people.getFirst().story.everythingComesAgain();
        people.forEach(Person::isLookedAt);
        people.forEach(Person::isResolved);

        for (Person person : people) {
            assertThat(found(person, person)).as("what is their own").contains("text", "picture's bytes", "answer");
            for (Person other : people) {
                if (other != person) {
                    assertThat(found(other, person)).as("of another").isEmpty();
                }
            }
        }
        assertThat(town.town().mails()).isNotEmpty();
        people.forEach(person -> assertThat(new CanarySearch(person.made.all())
                        .in(List.of(place(
                                "mails",
                                town.town().mails().stream()
                                        .map(mail -> Chunk.of("mail", mail.toString()))
                                        .toList())))
                        .findings())
                .isEmpty());
    }

    /** The kinds of what {@code of} has made and that stands with {@code person}. */
    private static List<String> found(Person of, Person person) {
        return new CanarySearch(of.made.all())
                .in(List.of(place("theirs", person.theirs))).findings().stream()
                        .map(Finding::canary)
                        .toList();
    }

    private static Place place(String name, List<Chunk> chunks) {
        return new Place(name, chunks::stream);
    }

    /** A citizen, what only they know, and what the town shows of them or sends them. */
    private final class Person {
        private final Canaries made = new Canaries();
        private final Story story = new Story(town, mayor, made);
        private final CanaryMessages letters = new CanaryMessages(made);
        private final Citizen citizen;
        private final List<Chunk> theirs = new ArrayList<>();
        private String enquiry = "";

        Person(String who) {
            citizen = story.withPhone(who);
        }

        private void isComplete() {
            enquiry = story.enquiry(citizen, 5);
            await().until(() -> mayor.open(enquiry).path("messages").findValuesAsText("state").stream()
                            .filter("stored"::equals)
                            .count()
                    == 2);
        }

        private String path(String rest) {
            return "/api/enquiries/" + enquiry + rest;
        }

        /** The same keys for all: whose answer it is, the enquiry says. */
        private void isAnswered() {
            String first = mayor.open(enquiry).at("/messages/0/id").asText();
            replies("key-1", CanaryMessages.object().put("text", made.text("answer")));
            replies(
                    "key-2",
                    CanaryMessages.object()
                            .put("text", made.text("quoting answer"))
                            .put("quote", first));
            ObjectNode template = CanaryMessages.object();
            template.putObject("template").put("name", "rueckmeldung").put("language", "de");
            replies("key-3", template);
            var form = new CanaryFile(
                    "application/pdf", made.file("form", "antrag-zuschuss.pdf"), made.text("form's name") + ".pdf");
            ObjectNode withForm = CanaryMessages.object().put("text", made.text("form's caption"));
            withForm.set("attachment", form.upload(mayor, enquiry));
            replies("key-4", withForm);
            calls(
                    "PUT",
                    "/messages/" + first + "/reaction",
                    CanaryMessages.object().put("emoji", "👍"),
                    Optional.empty());
            calls(
                    "POST",
                    "/signs",
                    CanaryMessages.object().put("sign", "read").put("revision", 1_000_000),
                    Optional.empty());
            String tomorrow =
                    town.town().clock().instant().plus(Duration.ofDays(1)).toString();
            ObjectNode later = CanaryMessages.object().put("until", tomorrow).put("revision", 1_000_000);
            assertThat(calls("PUT", "/postponement", later, Optional.empty())).isEqualTo(204);
        }

        private void replies(String key, ObjectNode body) {
            ObjectNode whole = body.put("revision", 1_000_000);
            assertThat(calls("POST", "/replies", whole, Optional.of(key))).isEqualTo(201);
            assertThat(calls("POST", "/replies", whole, Optional.of(key))).isEqualTo(200);
        }

        private int calls(String method, String rest, ObjectNode body, Optional<String> key) {
            HttpRequest.Builder request =
                    mayor.authorized(path(rest)).method(method, BodyPublishers.ofString(body.toString()));
            key.ifPresent(value -> request.header("idempotency-key", value));
            HttpResponse<byte[]> answer = mayor.send(request);
            theirs.add(new Chunk(method + " " + rest, answer.body()));
            return answer.statusCode();
        }

        private void asksAndReacts() {
            String own = town.meta().conversation(citizen).stream()
                    .filter(ChatMessage::fromCitizen)
                    .map(ChatMessage::id)
                    .findFirst()
                    .orElseThrow();
            town.meta()
                    .send(citizen, CitizenMessage.of(new MessageDraft.Reaction(own, Optional.of(made.emoji("emoji")))));
            town.meta().sendText(citizen, "AUSKUNFT");
            town.meta().sendText(citizen, "Hilfe");
            story.delivered();
        }

        private void isLookedAt() {
            theirs.add(Chunk.of(
                    "in the list", mayor.enquiryOf(citizen.name()).orElseThrow().toString()));
            JsonNode opened = mayor.open(enquiry);
            theirs.add(Chunk.of("opened", opened.toString()));
            opened.findParents("key").forEach(media -> theirs.add(new Chunk("a file", file(media))));
            phone();
        }

        private byte[] file(JsonNode media) {
            byte[] sealed = mayor.send(
                            HttpRequest.newBuilder(URI.create(media.path("url").asText())))
                    .body();
            try {
                DataKey key = DataKey.of(media.path("key").binaryValue());
                return SealedBox.open(sealed, key, media.path("context").asText())
                        .orElseThrow();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** All that has arrived there, files included. */
        private void phone() {
            for (ChatMessage chatMessage : town.meta().conversation(citizen)) {
                theirs.add(Chunk.of("on the phone", chatMessage.message().toString()));
                String file = chatMessage.content().path("id").asText();
                if (!chatMessage.fromCitizen() && !file.isEmpty()) {
                    URI address = town.meta().uri().resolve("/phone/api/media/" + file);
                    theirs.add(new Chunk(
                            "a file on the phone",
                            mayor.send(HttpRequest.newBuilder(address)).body()));
                }
            }
        }

        private void isResolved() {
            JsonNode receipt = mayor.resolve(enquiry);
            assertThat(receipt.path("state").asText()).isEqualTo("erased");
            theirs.add(Chunk.of("receipt", receipt.toString()));
            phone();
        }
    }
}
