package org.sprechstunde.acceptance.hunt;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.sprechstunde.local.meta.chat.Citizen;
import org.sprechstunde.local.meta.faults.Fault;
import org.sprechstunde.local.meta.faults.What;
import org.sprechstunde.local.meta.faults.Where;
import org.sprechstunde.local.meta.phone.Draft;
import org.sprechstunde.local.meta.phone.Letter;

/** Citizens write, everything goes wrong on the way, and the town copes. */
final class Story {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HuntTown town;
    private final Mayor mayor;
    private final Canaries made;
    private final Letters letters;

    Story(HuntTown town, Mayor mayor, Canaries made) {
        this.town = town;
        this.mayor = mayor;
        this.made = made;
        this.letters = new Letters(made);
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
        List<Letter> all = letters.everyKind();
        all.forEach(letter -> town.meta().send(citizen, letter));
        String id = enquiry(citizen, 1);
        delivered();
        await().atMost(PATIENCE).until(() -> filesInState(id, "stored") == 5);
        return id;
    }

    /** The same on a day when WhatsApp and the table fail at every turn. */
    String writesOnABadDay(Citizen citizen) {
        webhooksMisbehave();
        mediaMisbehaves();
        town.table().suffer(BadDay.everyNth(7));
        town.bucket().suffer(BadDay.everyNth(3));
        town.meta().send(citizen, letters.text("text on a bad day"), letters.picture("picture on a bad day"));
        town.meta().send(citizen, letters.picture("second picture on a bad day"));
        town.table().suffer(BadDay.holding("TransactWriteItems"));
        town.meta().sendText(citizen, made.text("text that waits for the table"));
        delivered();
        town.table().suffer(BadDay.NONE);
        town.bucket().suffer(BadDay.NONE);
        String id = enquiry(citizen, 2);
        sweepUntilQuiet();
        return id;
    }

    /** Changes, takes back, presses buttons, moves to another number: as far as WhatsApp can say it. */
    void changesItsMind(Citizen citizen) {
        String first = town.meta().sendText(citizen, made.text("text before an edit"));
        String second = town.meta().sendText(citizen, made.text("text before a revoke"));
        delivered();
        ObjectNode edit = Letters.object().put("type", "edit");
        ObjectNode edited = edit.putObject("edit").put("original_message_id", first).putObject("message");
        edited.put("type", "text").putObject("text").put("body", made.text("edited text"));
        edited.putObject("context").put("id", first);
        raw(citizen, edit);
        ObjectNode revoke = Letters.object().put("type", "revoke");
        revoke.putObject("revoke").put("original_message_id", second);
        raw(citizen, revoke);
        String number = made.phone("new number");
        ObjectNode moved = Letters.object().put("type", "system");
        moved.putObject("system")
                .put("type", "user_changed_number")
                .put("wa_id", number)
                .put("user_id", made.bsuid("new BSUID"))
                .put("previous_user_id", citizen.bsuid())
                .put("body", made.text("system's body") + citizen.phone().orElse("") + number);
        raw(citizen, moved);
        delivered();
    }

    /** Asks what is stored, and how to go. */
    void asksWhatIsStored(Citizen citizen) {
        town.meta().sendText(citizen, "AUSKUNFT");
        town.meta().sendText(citizen, "hilfe");
        town.meta().sendText(citizen, " Löschen ");
        delivered();
    }

    /** What was delivered comes again, and again under other names. */
    void everythingComesAgain() {
        town.meta().redeliver(200);
        delivered();
        town.meta().redeliverUnderOtherIdentity(200);
        delivered();
    }

    /** Answers that fail in every way there is. */
    void answers(Citizen citizen, String enquiry) {
        for (What what : List.of(What.STATUS_5XX, What.RATE_LIMIT, What.PAIR_LIMIT, What.DROP_AFTER_ACCEPT)) {
            town.meta().faults().add(Fault.once(Where.MESSAGES, what));
            mayor.reply(enquiry, made.plain("key"), made.text("answer that fails with " + what));
        }
        for (What what : List.of(What.WINDOW_CLOSED, What.FAILED, What.TOKEN_EXPIRED)) {
            town.meta().faults().add(Fault.once(Where.MESSAGES, what));
            mayor.reply(enquiry, made.plain("key"), made.text("answer that meets " + what));
        }
        String key = made.plain("key used twice");
        String text = made.text("answer sent twice");
        mayor.reply(enquiry, key, text);
        mayor.reply(enquiry, key, text);
        town.table().suffer(BadDay.refusing("TransactWriteItems"));
        mayor.reply(enquiry, made.plain("key on a bad day"), made.text("answer that cannot be stored"));
        town.table().suffer(BadDay.NONE);
        town.meta().faults().clear();
        town.meta().read(citizen);
        delivered();
    }

    /** The id of the citizen's enquiry, once so many messages have arrived. */
    String enquiry(Citizen citizen, int inbound) {
        return await().atMost(PATIENCE)
                .until(
                        () -> mayor.enquiryOf(citizen.name())
                                .filter(found -> found.path("inbound").asInt() >= inbound),
                        Optional::isPresent)
                .map(found -> found.path("id").asText())
                .orElseThrow();
    }

    void delivered() {
        await().atMost(PATIENCE).until(() -> town.meta().awaitDelivered(PATIENCE));
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
        town.meta().send(citizen, Letter.of(new Draft.Raw(message)));
    }

    private void webhooksMisbehave() {
        for (What what : List.of(What.DUPLICATE, What.BAD_SIGNATURE, What.STATUS_5XX, What.DROP_AFTER_ACCEPT)) {
            town.meta().faults().add(Fault.once(Where.WEBHOOK, what).times(2));
        }
        town.meta().faults().add(Fault.once(Where.STATUS_WEBHOOK, What.DUPLICATE).times(3));
    }

    private void mediaMisbehaves() {
        for (What what : List.of(What.STATUS_5XX, What.WRONG_HASH, What.TOKEN_EXPIRED, What.DROP_AFTER_ACCEPT)) {
            town.meta().faults().add(Fault.once(Where.MEDIA_LOOKUP, what));
        }
        for (What what : List.of(What.TRUNCATE, What.STATUS_5XX, What.WRONG_HASH)) {
            town.meta().faults().add(Fault.once(Where.MEDIA_DOWNLOAD, what));
        }
        town.meta().faults().add(Fault.once(Where.MEDIA_DELETE, What.STATUS_5XX));
    }
}
