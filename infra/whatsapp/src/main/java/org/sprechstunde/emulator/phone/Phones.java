package org.sprechstunde.emulator.phone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.chat.DeliveryTick;
import org.sprechstunde.emulator.chat.WamidFactory;
import org.sprechstunde.emulator.chat.WhatsAppState;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.graph.StatusUpdates;
import org.sprechstunde.emulator.web.JsonTrees;
import org.sprechstunde.emulator.webhook.Envelope;
import org.sprechstunde.emulator.webhook.WebhookDelivery;
import org.sprechstunde.emulator.webhook.WebhookSender;

/** What citizens do with their phones. */
public final class Phones {
    private final WhatsAppState whatsAppState;
    private final Mail mail;
    private final WebhookMessageJson json;

    /** What carries messages and ticks to the town. */
    public record Mail(Envelope envelope, WebhookSender postman, StatusUpdates statuses) {}

    /** A letter and who writes it. */
    public record Written(Citizen citizen, CitizenMessage letter) {}

    /**
     * The phones of that world.
     *
     * @param base where files can be downloaded, without a path
     */
    public Phones(WhatsAppState whatsAppState, Mail mail, String base) {
        this.whatsAppState = whatsAppState;
        this.mail = mail;
        this.json = new WebhookMessageJson(whatsAppState, base);
    }

    /** Sends all letters, of any citizens, in one webhook; the ids in their order. */
    public List<String> send(List<Written> letters) {
        List<Envelope.Sent> batch = letters.stream().map(this::message).toList();
        List<String> ids =
                batch.stream().map(sent -> sent.message().path("id").asText()).toList();
        Set<String> lanes = batch.stream().map(sent -> sent.citizen().bsuid()).collect(Collectors.toSet());
        ObjectNode body = mail.envelope.messages(batch);
        mail.postman.post(new WebhookDelivery(FaultPoint.WEBHOOK, body, lanes, () -> ids.forEach(this::delivered)));
        return ids;
    }

    /** The citizen looks at the phone: all that the town wrote becomes read. */
    public void read(Citizen citizen) {
        whatsAppState.chats().of(citizen).stream()
                .filter(bubble -> !bubble.fromCitizen() && bubble.tick() == DeliveryTick.DELIVERED)
                .forEach(bubble -> mail.statuses.tick(citizen, bubble.message(), DeliveryTick.READ));
    }

    /** The phone shows at once what the town learns with the webhook. */
    private void show(Citizen citizen, MessageDraft draft, ObjectNode message, Instant at) {
        switch (draft) {
            case MessageDraft.Edit edit ->
                whatsAppState
                        .chats()
                        .rewrite(edit.messageId(), json.reworded(edit).put("edited", true));
            case MessageDraft.Revoke(String id) ->
                whatsAppState.chats().rewrite(id, JsonTrees.object().put("type", "revoked"));
            case MessageDraft.Text _,
                    MessageDraft.File _,
                    MessageDraft.Location _,
                    MessageDraft.Contacts _,
                    MessageDraft.Reaction _,
                    MessageDraft.ButtonReply _,
                    MessageDraft.ListReply _,
                    MessageDraft.QuickReply _,
                    MessageDraft.Forward _,
                    MessageDraft.Rare _,
                    MessageDraft.Raw _ -> whatsAppState.chats().add(citizen, true, message, at);
        }
    }

    /**
     * The citizen goes on under a new user id and, if {@code number}, a new phone number; WhatsApp tells the town.
     */
    public Citizen move(Citizen former, boolean number) {
        Citizen now = whatsAppState.citizens().change(former, number);
        whatsAppState.chats().move(former, now);
        mail.postman.post(new WebhookDelivery(
                FaultPoint.WEBHOOK,
                mail.envelope.notice(
                        SystemJson.moved(former, now, whatsAppState.clock().instant())),
                Set.of(former.bsuid(), now.bsuid()),
                () -> {}));
        return now;
    }

    /** The citizen's phone has new keys; WhatsApp tells the town. */
    public void changeKeys(Citizen citizen) {
        mail.postman.post(new WebhookDelivery(
                FaultPoint.WEBHOOK,
                mail.envelope.notice(
                        SystemJson.newKeys(citizen, whatsAppState.clock().instant())),
                Set.of(citizen.bsuid()),
                () -> {}));
    }

    private void delivered(String id) {
        whatsAppState.chats().tick(id, DeliveryTick.DELIVERED, OptionalInt.empty());
    }

    private Envelope.Sent message(Written written) {
        Citizen citizen = written.citizen();
        CitizenMessage letter = written.letter();
        Instant at = letter.at().orElseGet(whatsAppState.clock()::instant);
        ObjectNode message = WebhookMessageJson.head(
                citizen, WamidFactory.random(citizen.envelope(), true).text());
        message.put("timestamp", Long.toString(at.getEpochSecond()));
        letter.replyTo().ifPresent(id -> message.putObject("context").put("id", id));
        json.write(letter.draft(), message);
        show(citizen, letter.draft(), message, at);
        return new Envelope.Sent(citizen, message);
    }
}
