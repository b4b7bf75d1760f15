package org.sprechstunde.acceptance.hunt;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.sprechstunde.acceptance.town.Patience;
import org.sprechstunde.emulator.chat.ChatMessage;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.MessageDraft;

/** What citizens do. */
final class Story {
    private static final Pattern CODE = Pattern.compile("\\b[B-Z]{4}-[B-Z]{4}\\b");

    private final HuntTown town;
    private final TappedMayor mayor;
    private final Canaries made;
    private final CanaryMessages canaryMessages;

    Story(HuntTown town, TappedMayor mayor, Canaries made) {
        this.town = town;
        this.mayor = mayor;
        this.made = made;
        this.canaryMessages = new CanaryMessages(made);
    }

    Citizen withPhone(String who) {
        return town.meta()
                .citizens()
                .add(new Citizen(
                        made.bsuid(who + "'s BSUID"),
                        made.text(who + "'s name"),
                        Optional.of(made.phone(who + "'s phone")),
                        Optional.empty()));
    }

    Citizen withUsername(String who) {
        return town.meta()
                .citizens()
                .add(new Citizen(
                        made.bsuid(who + "'s BSUID"),
                        made.text(who + "'s name"),
                        Optional.empty(),
                        Optional.of(made.plain(who + "'s username"))));
    }

    /** Every kind of message, on a good day; returns the enquiry. */
    String writesEverything(Citizen citizen) {
        List<CitizenMessage> all = canaryMessages.everyKind();
        all.forEach(letter -> town.meta().send(citizen, letter));
        String id = enquiry(citizen, 1);
        delivered();
        await().until(() -> filesInState(id, "stored") == 5);
        return id;
    }

    /** Changes, takes back, presses buttons, moves to another number: as far as WhatsApp can say it. */
    void changesItsMind(Citizen citizen) {
        String first = town.meta().sendText(citizen, made.text("text before an edit"));
        String second = town.meta().sendText(citizen, made.text("text before a revoke"));
        delivered();
        ObjectNode edit = CanaryMessages.object().put("type", "edit");
        ObjectNode edited =
                edit.putObject("edit").put("original_message_id", first).putObject("message");
        edited.put("type", "text").putObject("text").put("body", made.text("edited text"));
        edited.putObject("context").put("id", first);
        raw(citizen, edit);
        town.meta().send(citizen, canaryMessages.text("text that quotes").replyingTo(first));
        town.meta()
                .send(
                        citizen,
                        CitizenMessage.of(
                                new MessageDraft.Reaction(first, Optional.of(made.emoji("emoji taken back")))));
        town.meta().send(citizen, CitizenMessage.of(new MessageDraft.Reaction(first, Optional.empty())));
        town.meta()
                .send(citizen, CitizenMessage.of(new MessageDraft.Reaction(first, Optional.of(made.emoji("emoji")))));
        ObjectNode revoke = CanaryMessages.object().put("type", "revoke");
        revoke.putObject("revoke").put("original_message_id", second);
        raw(citizen, revoke);
        String number = made.phone("new number");
        ObjectNode moved = CanaryMessages.object().put("type", "system");
        moved.putObject("system")
                .put("type", "user_changed_number")
                .put("wa_id", number)
                .put("user_id", made.bsuid("new BSUID"))
                .put("previous_user_id", citizen.bsuid())
                .put("body", made.text("system's body") + citizen.phone().orElse("") + number);
        raw(citizen, moved);
        delivered();
    }

    /** Writes, asks what is stored, and takes it all back; the words fail on their way, too. */
    void goes(Citizen citizen) {
        town.meta()
                .send(
                        citizen,
                        canaryMessages.text("text before going"),
                        canaryMessages.picture("picture before going"));
        enquiry(citizen, 2);
        town.meta().faults().add(Fault.once(FaultPoint.MESSAGES, FaultKind.STATUS_5XX));
        town.meta().sendText(citizen, "AUSKUNFT");
        town.meta().sendText(citizen, "hilfe");
        town.meta().sendText(citizen, " Löschen ");
        delivered();
        town.meta().faults().clear();
        ChatMessage question = await().until(
                        () -> town.meta().conversation(citizen).stream()
                                .filter(chatMessage -> !button(chatMessage).isMissingNode())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        JsonNode button = button(question);
        var tap = new MessageDraft.ButtonReply(
                question.id(), button.path("id").asText(), button.path("title").asText());
        town.meta().send(citizen, CitizenMessage.of(tap));
        delivered();
        await().until(() -> mayor.enquiryOf(citizen.name()).isEmpty());
    }

    /** With each code that a citizen was told; from now on it is searched for like everything else of theirs. */
    void asksWhetherAllIsErased(Citizen citizen) {
        town.meta().conversation(citizen).stream()
                .flatMap(chatMessage ->
                        CODE.matcher(chatMessage.content().toString()).results())
                .map(MatchResult::group)
                .distinct()
                .forEach(code -> mayor.askForReceipt(made.code("code", code)));
    }

    private static JsonNode button(ChatMessage chatMessage) {
        return chatMessage.content().at("/action/buttons/0/reply");
    }

    /** What was delivered comes again, and again under other names. */
    void everythingComesAgain() {
        town.meta().redeliver(200);
        delivered();
        town.meta().redeliverUnderOtherIdentity(200);
        delivered();
    }

    /** The id of the citizen's enquiry, once so many messages have arrived. */
    String enquiry(Citizen citizen, int inbound) {
        return await().until(
                        () -> mayor.enquiryOf(citizen.name())
                                .filter(found -> found.path("inbound").asInt() >= inbound),
                        Optional::isPresent)
                .map(found -> found.path("id").asText())
                .orElseThrow();
    }

    void delivered() {
        await().until(() -> town.meta().awaitDelivered(Patience.TIME));
    }

    /** Lets the sweep work through what had to be postponed, and longer than anything is postponed. */
    void sweepUntilQuiet() {
        town.meta().faults().clear();
        for (int round = 0; round < 8; round++) {
            town.town().advance(Duration.ofMinutes(20));
            town.sweep();
        }
        town.sweepForLeftovers();
    }

    private long filesInState(String enquiry, String state) {
        JsonNode messages = mayor.open(enquiry).path("messages");
        return StreamSupport.stream(messages.spliterator(), false)
                .filter(message -> message.at("/media/state").asText().equals(state))
                .count();
    }

    private void raw(Citizen citizen, ObjectNode message) {
        town.meta().send(citizen, CitizenMessage.of(new MessageDraft.Raw(message)));
    }
}
