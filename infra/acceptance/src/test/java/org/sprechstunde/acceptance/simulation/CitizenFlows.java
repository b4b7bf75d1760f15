package org.sprechstunde.acceptance.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sprechstunde.acceptance.simulation.SignedWebhooks.Citizen;
import org.sprechstunde.acceptance.simulation.SignedWebhooks.Letter;
import org.sprechstunde.acceptance.simulation.SimulatedWhatsApp.Sent;
import org.sprechstunde.whatsapp.EraseButton;

/** What citizens do, as WhatsApp delivers it. */
final class CitizenFlows {
    private static final String ERASED = "Wie gewünscht";
    private static final int SMALL = 64;

    /** Longer than one piece, as the bucket takes them. */
    private static final int LARGE = 8 << 20;

    private final SimulatedWorld world;
    private final History history;
    private final Random random;

    CitizenFlows(SimulatedWorld world, History history, Random random) {
        this.world = world;
        this.history = history;
        this.random = random;
    }

    void writes(boolean withFile) {
        writes(somebody(), withFile);
    }

    void writes(Resident resident, boolean withFile) {
        deliver(List.of(letter(resident, withFile ? Optional.of(bytes(SMALL)) : Optional.empty())), false);
    }

    /** With a file that goes into the bucket in pieces. */
    void writesWithLargeFile() {
        deliver(List.of(letter(somebody(), Optional.of(bytes(LARGE)))), false);
    }

    private byte[] bytes(int least) {
        byte[] bytes = new byte[least + random.nextInt(SMALL)];
        random.nextBytes(bytes);
        return bytes;
    }

    private Resident somebody() {
        return history.residents.get(random.nextInt(history.residents.size()));
    }

    private Letter letter(Resident resident, Optional<byte[]> file) {
        int number = history.letters.size();
        Letter letter = new Letter(
                resident.citizen(), token(), "Brief " + number, world.now().getEpochSecond(), file);
        letter.file().ifPresent(bytes -> world.graph().shelve(letter.mediaId(), bytes));
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
        letters.add(letter(somebody(), Optional.empty()));
        letters.add(letter(somebody(), Optional.empty()));
        deliver(letters, random.nextBoolean());
    }

    /** Several people's messages in one body, and among them somebody's change of number. */
    void crowd() {
        List<Letter> letters = history.residents.stream()
                .map(resident -> letter(resident, Optional.empty()))
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
        String enquiry = EraseButton.parse(Wire.CARRIED.open(button))
                .orElseThrow()
                .enquiry()
                .toString();
        resident.wished.put(enquiry, world.now());
        resident.ended = true;
        Set<String> acknowledged = acknowledgedOf(resident);
        int before = world.graph().sent().size();
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
            List<Sent> since = world.graph().sent();
            boolean isTold = since.subList(before, since.size()).stream()
                    .anyMatch(
                            sent -> resident.isKnownAs(sent.to()) && sent.text().contains(ERASED));
            if (isTold) {
                history.erased.addAll(acknowledged);
            }
        }
    }

    private Set<String> acknowledgedOf(Resident resident) {
        return history.acknowledged.keySet().stream()
                .filter(text -> Objects.equals(history.writers.get(text), resident))
                .collect(Collectors.toSet());
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
}
