package org.sprechstunde.webhook;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.FanOut;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.NeverStorable;
import org.sprechstunde.webhook.InboundBatches.Batch;
import org.sprechstunde.webhook.keyword.KeywordHandler;
import org.sprechstunde.webhook.keyword.KeywordOutcome;
import org.sprechstunde.whatsapp.inbound.DeliveryStatus;
import org.sprechstunde.whatsapp.inbound.InboundEvent;
import org.sprechstunde.whatsapp.inbound.UnansweredKeyword;
import org.sprechstunde.whatsapp.inbound.WebhookPayload;

/** Takes a whole delivery: one message that cannot be stored neither blocks nor drops its neighbours. */
final class InboundDispatcher {
    private final FanOut fanOut;
    private final MessageIntake intake;
    private final KeywordHandler keywordHandler;
    private final UnansweredKeywords unansweredKeywords;
    private final FarewellThanks farewellThanks;
    private final MessageEdits edits;
    private final MessageRevocations revocations;
    private final IdentityChanges identityChanges;
    private final CitizenReactions reactions;
    private final DeliveryStatuses statuses;
    private final GroupDecline groupDecline;

    InboundDispatcher(Services services) {
        this.fanOut = new FanOut(services.platform().threads());
        this.intake = new MessageIntake(services);
        this.keywordHandler = new KeywordHandler(services);
        this.unansweredKeywords = new UnansweredKeywords(intake, services);
        this.farewellThanks = new FarewellThanks(services);
        this.edits = new MessageEdits(intake, services);
        this.revocations = new MessageRevocations(services);
        this.identityChanges = new IdentityChanges(services);
        this.reactions = new CitizenReactions(services);
        this.statuses = new DeliveryStatuses(unansweredKeywords, services);
        this.groupDecline = new GroupDecline(services);
    }

    /** Answers 200 if every message is durable; 500 if not, and WhatsApp will deliver all of it again. */
    ApiResponse take(WebhookPayload webhook) {
        AtomicBoolean durable = new AtomicBoolean(true);
        fanOut.run(InboundBatches.inOrder(webhook.messages()), inOrder -> {
            for (Batch batch : InboundBatches.batches(inOrder)) {
                if (!isTaken(batch)) {
                    durable.set(false);
                }
            }
        });
        for (UnansweredKeyword keyword : webhook.unanswered()) {
            if (!isTaken(keyword)) {
                durable.set(false);
            }
        }
        Map<String, List<DeliveryStatus>> answers =
                webhook.statuses().stream().collect(Collectors.groupingBy(DeliveryStatus::about));
        fanOut.run(answers.values(), ofOne -> {
            for (DeliveryStatus status : ofOne) {
                if (!statuses.apply(status)) {
                    durable.set(false);
                }
            }
        });
        fanOut.run(groupDecline.of(webhook.declined()), sameGroup -> groupDecline.decline(sameGroup.getFirst()));
        WebhookLog.tell(webhook);
        return ApiResponse.json(durable.get() ? 200 : 500, Json.object());
    }

    private boolean isTaken(Batch batch) {
        return switch (batch) {
            case Batch.Single(InboundEvent event) -> isTaken(event);
            case Batch.Run(MessageRun run) -> isTaken(run);
        };
    }

    private boolean isTaken(MessageRun run) {
        try {
            return farewellThanks.take(run) || intake.take(run);
        } catch (NeverStorable e) {
            return run.messages().size() == 1 ? isNotStored(e) : areTakenOneByOne(run);
        } catch (RuntimeException e) {
            return isNotStored(e);
        }
    }

    /** One of them is what the store can never take; the others must not stay outside with it. */
    private boolean areTakenOneByOne(MessageRun run) {
        boolean durable = true;
        for (InboundEvent.Written message : run.messages()) {
            durable &= isTaken(MessageRun.of(message));
        }
        return durable;
    }

    private static boolean isNotStored(RuntimeException e) {
        Log.event(LogEvent.MESSAGE_NOT_STORED, LogField.cause(e));
        return false;
    }

    private boolean isTaken(KeywordOutcome outcome) {
        return switch (outcome) {
            case KeywordOutcome.Taken _ -> true;
            case KeywordOutcome.NotNow _ -> false;
            case KeywordOutcome.ForTheMayor(InboundEvent.Written message) -> intake.take(MessageRun.of(message));
        };
    }

    private boolean isTaken(UnansweredKeyword keyword) {
        try {
            return unansweredKeywords.take(keyword);
        } catch (RuntimeException e) {
            return isNotStored(e);
        }
    }

    private boolean isTaken(InboundEvent event) {
        try {
            return switch (event) {
                case InboundEvent.Written written -> intake.take(MessageRun.of(written));
                case InboundEvent.Asked asked -> isTaken(keywordHandler.take(asked));
                case InboundEvent.Confirmed tap -> isTaken(keywordHandler.take(tap));
                case InboundEvent.Edited edited -> edits.take(edited);
                case InboundEvent.Revoked revoked -> revocations.take(revoked);
                case InboundEvent.Reacted reacted -> reactions.take(reacted);
                case InboundEvent.Moved moved -> identityChanges.take(moved);
            };
        } catch (RuntimeException e) {
            return isNotStored(e);
        }
    }
}
