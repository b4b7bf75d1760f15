package org.sprechstunde.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.sprechstunde.api.BodySchema;
import org.sprechstunde.api.MessageJson;
import org.sprechstunde.enquiry.Emoji;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.FailureReason;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Message.Direction;
import org.sprechstunde.enquiry.Message.TownReaction;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.platform.ApiRequest;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.RetryPolicy;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.MessageUpdates;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.Transaction;
import org.sprechstunde.whatsapp.CallbackData;
import org.sprechstunde.whatsapp.OutboundMessage;
import org.sprechstunde.whatsapp.SendResult;
import org.sprechstunde.whatsapp.WhatsAppClient;

/**
 * {@code PUT /api/enquiries/{id}/messages/{message}/reaction}: the mayor's emoji on a citizen's message. First it is
 * sent and then shown, the other way round than an answer: a reaction is replaced by the next, so sending it twice does
 * no harm, but one that is shown and never went out would tell the mayor what no citizen has seen.
 */
final class MayorReactions {
    static final String ROUTE = "PUT /api/enquiries/{id}/messages/{message}/reaction";

    private static final BodySchema BODY = BodySchema.of(BodySchema.required("emoji", BodySchema.TEXT));

    private final Table table;
    private final Enquiries enquiries;
    private final WhatsAppClient whatsApp;
    private final MessageJson view;
    private final Clock clock;
    private final SecureRandom random;
    private final Retry retry;

    MayorReactions(Services services, MessageJson view) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.enquiries = Enquiries.of(services);
        this.whatsApp = WhatsAppClient.of(services);
        this.view = view;
        this.clock = platform.clock();
        this.random = platform.random();
        this.retry = new Retry(platform);
    }

    ApiResponse answer(ApiRequest request) {
        JsonNode body = BodySchema.json(request.body());
        if (!BODY.allows(body)) {
            return ApiResponse.problem(Problem.BAD_REQUEST);
        }
        String text = body.path("emoji").asText();
        Optional<Emoji> emoji = Emoji.parse(text);
        if (emoji.isEmpty() && !text.isEmpty()) {
            return ApiResponse.problem(Problem.NOT_AN_EMOJI);
        }
        Optional<RandomId> enquiry = RandomId.parse(request.pathParameters().getOrDefault("id", ""));
        Optional<MessageId> message = MessageId.parse(request.pathParameters().getOrDefault("message", ""));
        return enquiry.flatMap(id -> message.map(to -> retry.until(RetryPolicy.WRITERS, () -> put(id, to, emoji))
                        .orElseThrow(Retry.TooManyWriters::new)))
                .orElseGet(() -> ApiResponse.problem(Problem.NOT_FOUND));
    }

    /**
     * Announced on condition that it may be sent: no reaction follows a resolve or slips through as the window closes.
     * Empty if another writer was faster.
     */
    private Optional<ApiResponse> put(RandomId id, MessageId to, Optional<Emoji> emoji) {
        Optional<Enquiry> enquiry = enquiries.find(id);
        Optional<Message> message =
                enquiry.flatMap(open -> enquiries.message(open, to)).filter(MayorReactions::takesOne);
        if (message.isEmpty()) {
            return Optional.of(ApiResponse.problem(Problem.NOT_FOUND));
        }
        Instant now = clock.instant();
        if (!now.isBefore(enquiry.get().replyUntil())) {
            return Optional.of(ApiResponse.problem(Problem.WINDOW_CLOSED));
        }
        var reaction = new TownReaction(message.get(), emoji, RandomId.next(random));
        Transaction transaction = table.transaction();
        transaction.checkAnswerable(enquiry.get(), now);
        transaction.update(MessageUpdates.reactionAnnounced(enquiry.get(), reaction));
        return transaction.commit().done() ? Optional.of(send(enquiry.get(), reaction)) : Optional.empty();
    }

    /** A wish that was handed on has no message at WhatsApp on which an emoji could stand. */
    private static boolean takesOne(Message message) {
        return message.direction() == Direction.IN && message.whatsAppId().isPresent();
    }

    private ApiResponse send(Enquiry enquiry, TownReaction reaction) {
        return switch (whatsApp.send(letter(enquiry, reaction))) {
            case SendResult.Accepted _ -> {
                Log.event(LogEvent.REACTION_SENT, LogField.enquiry(enquiry.id()));
                MessageUpdates.reactionShown(enquiry, reaction, random).isWritten(table);
                yield now(enquiry, reaction.to().id());
            }
            case SendResult.Refused refused -> {
                Log.event(LogEvent.REACTION_NOT_TAKEN, LogField.what(refused.reason()));
                boolean closed = refused.reason() == FailureReason.WINDOW_CLOSED;
                yield ApiResponse.problem(closed ? Problem.WINDOW_CLOSED : Problem.NOT_TAKEN);
            }
            case SendResult.Unclear _ -> {
                Log.event(LogEvent.REACTION_NOT_TAKEN, LogField.enquiry(enquiry.id()));
                yield ApiResponse.problem(Problem.NOT_TAKEN);
            }
        };
    }

    private static OutboundMessage letter(Enquiry enquiry, TownReaction reaction) {
        Message to = reaction.to();
        String emoji = reaction.emoji().map(Emoji::value).orElse("");
        return new OutboundMessage(
                enquiry.identity(),
                new OutboundMessage.Reaction(to.whatsAppId().orElseThrow(), emoji),
                Optional.empty(),
                Optional.of(new CallbackData(enquiry.id(), to.id(), Optional.of(reaction.token()))));
    }

    /** Another reaction may have come later, or the message may be gone: what counts is what stands. */
    private ApiResponse now(Enquiry enquiry, MessageId message) {
        return enquiries
                .find(enquiry.id())
                .flatMap(open -> enquiries.message(open, message))
                .map(stands -> ApiResponse.json(200, view.json(enquiry.id(), stands)))
                .orElseGet(() -> ApiResponse.problem(Problem.NOT_FOUND));
    }
}
