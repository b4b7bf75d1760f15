package org.sprechstunde.webhook;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Response;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.store.Table;
import org.sprechstunde.whatsapp.Inbound;
import org.sprechstunde.whatsapp.Status;
import org.sprechstunde.whatsapp.Webhook;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Takes a whole delivery: one message that cannot be stored neither blocks nor drops its neighbours. */
final class Reception {
    private static final int BAD_REQUEST = 400;

    private final Lanes lanes;
    private final Intake intake;
    private final Words words;
    private final Edits edits;
    private final Revocations revocations;
    private final Moves moves;
    private final Reactions reactions;
    private final Statuses statuses;
    private final Groups groups;

    Reception(Platform platform, Secrets secrets) {
        Table table = Table.of(platform);
        this.lanes = new Lanes(platform.threads());
        this.intake = new Intake(table, platform, secrets);
        this.words = new Words(table, platform, secrets);
        this.edits = new Edits(table, intake, platform);
        this.revocations = new Revocations(table, platform, secrets);
        this.moves = new Moves(table, platform, secrets);
        this.reactions = new Reactions(table, platform, secrets);
        this.statuses = new Statuses(table, platform, secrets);
        this.groups = new Groups(table, platform, secrets);
    }

    /** Answers 200 if every message is durable; 500 if not, and WhatsApp will deliver all of it again. */
    Response take(Webhook webhook) {
        AtomicBoolean durable = new AtomicBoolean(true);
        lanes.run(Letters.byCitizen(webhook.messages()), ofOne -> {
            for (List<Inbound> together : Letters.together(ofOne)) {
                if (!areTaken(together)) {
                    durable.set(false);
                }
            }
        });
        Map<MessageId, List<Status>> answers =
                webhook.statuses().stream().collect(Collectors.groupingBy(Status::message));
        lanes.run(answers.values(), ofOne -> ofOne.forEach(statuses::apply));
        lanes.run(groups.of(webhook.declined()), sameGroup -> groups.decline(sameGroup.getFirst()));
        Account.tell(webhook);
        return Response.json(durable.get() ? 200 : 500, Json.object());
    }

    private boolean areTaken(List<Inbound> together) {
        if (together.size() == 1) {
            return isTaken(together.getFirst());
        }
        List<Inbound.Written> written =
                together.stream().map(Inbound.Written.class::cast).toList();
        try {
            return intake.take(written);
        } catch (DynamoDbException e) {
            return isPassing(e) ? isNotStored(e) : areTakenOneByOne(together);
        } catch (RuntimeException e) {
            return isNotStored(e);
        }
    }

    private static boolean isPassing(DynamoDbException e) {
        return e.statusCode() != BAD_REQUEST || e.isThrottlingException();
    }

    /** One of them is what the store can never take; the others must not stay outside with it. */
    private boolean areTakenOneByOne(List<Inbound> together) {
        boolean durable = true;
        for (Inbound message : together) {
            durable &= isTaken(message);
        }
        return durable;
    }

    private static boolean isNotStored(RuntimeException e) {
        Log.event(Event.MESSAGE_NOT_STORED, Detail.cause(e));
        return false;
    }

    private boolean isTaken(Inbound message) {
        try {
            return switch (message) {
                case Inbound.Written written -> intake.take(List.of(written));
                case Inbound.Asked asked -> words.take(asked);
                case Inbound.Confirmed tap -> words.take(tap);
                case Inbound.Edited edited -> edits.take(edited);
                case Inbound.Revoked revoked -> revocations.take(revoked);
                case Inbound.Reacted reacted -> reactions.take(reacted);
                case Inbound.Moved moved -> moves.take(moved);
            };
        } catch (RuntimeException e) {
            return isNotStored(e);
        }
    }
}
