package org.sprechstunde.local.meta.phone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.sprechstunde.local.meta.chat.Citizen;
import org.sprechstunde.local.meta.chat.Tick;
import org.sprechstunde.local.meta.chat.Wamid;
import org.sprechstunde.local.meta.chat.World;
import org.sprechstunde.local.meta.faults.Where;
import org.sprechstunde.local.meta.graph.Statuses;
import org.sprechstunde.local.meta.web.Json;
import org.sprechstunde.local.meta.webhook.Envelope;
import org.sprechstunde.local.meta.webhook.Parcel;
import org.sprechstunde.local.meta.webhook.Postman;

/** What citizens do with their phones. */
public final class Phones {
    private final World world;
    private final Mail mail;
    private final MessageJson json;

    /** What carries messages and ticks to the town. */
    public record Mail(Envelope envelope, Postman postman, Statuses statuses) {}

    /** A letter and who writes it. */
    public record Written(Citizen citizen, Letter letter) {}

    /**
     * The phones of that world.
     *
     * @param base where files can be downloaded, without a path
     */
    public Phones(World world, Mail mail, String base) {
        this.world = world;
        this.mail = mail;
        this.json = new MessageJson(world, base);
    }

    /** Sends all letters, of any citizens, in one webhook; the ids in their order. */
    public List<String> send(List<Written> letters) {
        List<Envelope.Sent> batch = letters.stream().map(this::message).toList();
        List<String> ids =
                batch.stream().map(sent -> sent.message().path("id").asText()).toList();
        Set<String> lanes = batch.stream().map(sent -> sent.citizen().bsuid()).collect(Collectors.toSet());
        ObjectNode body = mail.envelope.messages(batch);
        mail.postman.post(new Parcel(Where.WEBHOOK, body, lanes, () -> ids.forEach(this::delivered)));
        return ids;
    }

    /** The citizen looks at the phone: all that the town wrote becomes read. */
    public void read(Citizen citizen) {
        world.chats().of(citizen).stream()
                .filter(bubble -> !bubble.fromCitizen() && bubble.tick() == Tick.DELIVERED)
                .forEach(bubble -> mail.statuses.tick(citizen, bubble.message(), Tick.READ));
    }

    /** The phone shows at once what the town learns with the webhook. */
    private void show(Citizen citizen, Draft draft, ObjectNode message, Instant at) {
        switch (draft) {
            case Draft.Edit edit ->
                world.chats().rewrite(edit.messageId(), json.reworded(edit).put("edited", true));
            case Draft.Revoke(String id) ->
                world.chats().rewrite(id, Json.object().put("type", "revoked"));
            case Draft.Text _,
                    Draft.File _,
                    Draft.Location _,
                    Draft.Contacts _,
                    Draft.Reaction _,
                    Draft.ButtonReply _,
                    Draft.ListReply _,
                    Draft.QuickReply _,
                    Draft.Forward _,
                    Draft.Rare _,
                    Draft.Raw _ -> world.chats().add(citizen, true, message, at);
        }
    }

    /**
     * The citizen goes on under a new user id and, if {@code number}, a new phone number; WhatsApp tells the town.
     */
    public Citizen move(Citizen former, boolean number) {
        Citizen now = world.citizens().change(former, number);
        world.chats().move(former, now);
        mail.postman.post(new Parcel(
                Where.WEBHOOK,
                mail.envelope.notice(SystemJson.moved(former, now, world.clock().instant())),
                Set.of(former.bsuid(), now.bsuid()),
                () -> {}));
        return now;
    }

    /** The citizen's phone has new keys; WhatsApp tells the town. */
    public void changeKeys(Citizen citizen) {
        mail.postman.post(new Parcel(
                Where.WEBHOOK,
                mail.envelope.notice(SystemJson.newKeys(citizen, world.clock().instant())),
                Set.of(citizen.bsuid()),
                () -> {}));
    }

    private void delivered(String id) {
        world.chats().tick(id, Tick.DELIVERED, OptionalInt.empty());
    }

    private Envelope.Sent message(Written written) {
        Citizen citizen = written.citizen();
        Letter letter = written.letter();
        Instant at = letter.at().orElseGet(world.clock()::instant);
        ObjectNode message =
                MessageJson.head(citizen, Wamid.random(citizen.envelope(), true).text());
        message.put("timestamp", Long.toString(at.getEpochSecond()));
        letter.replyTo().ifPresent(id -> message.putObject("context").put("id", id));
        json.write(letter.draft(), message);
        show(citizen, letter.draft(), message, at);
        return new Envelope.Sent(citizen, message);
    }
}
