package org.sprechstunde.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.sprechstunde.api.BodySchema;
import org.sprechstunde.api.Revision;
import org.sprechstunde.enquiry.BestEffort;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.platform.ApiRequest;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.FanOut;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Services;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.store.DeskUpdates;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.Table;
import org.sprechstunde.whatsapp.WhatsAppClient;

/**
 * {@code POST /api/enquiries/{id}/signs}: up to where the mayor has read is kept for the list; and the citizen sees that
 * the mayor has read or is writing, as far as the town wants that: a courtesy, for which nothing waits, and whether
 * WhatsApp took it is not the mayor's worry.
 */
final class ReadReceipts {
    static final String ROUTE = "POST /api/enquiries/{id}/signs";

    private static final Duration LIMIT = Duration.ofSeconds(3);

    /** What the mayor is doing. */
    private enum Sign {
        READ,
        TYPING
    }

    private static final BodySchema BODY = BodySchema.of(
            BodySchema.required("sign", BodySchema.text(Set.of("read", "typing")::contains)), Revision.MEMBER);

    private final Table table;
    private final Enquiries enquiries;
    private final WhatsAppClient whatsApp;
    private final FanOut fanOut;
    private final Settings.Signs wanted;

    ReadReceipts(Services services) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.enquiries = Enquiries.of(services);
        this.whatsApp = WhatsAppClient.of(services);
        this.fanOut = new FanOut(platform.threads());
        this.wanted = platform.settings().signs();
    }

    ApiResponse answer(ApiRequest request) {
        JsonNode body = BodySchema.json(request.body());
        if (!BODY.allows(body)) {
            return ApiResponse.problem(Problem.BAD_REQUEST);
        }
        Sign sign = body.path("sign").asText().equals("read") ? Sign.READ : Sign.TYPING;
        OptionalLong seen = sign == Sign.READ ? Revision.of(body) : OptionalLong.empty();
        if (!isWanted(sign) && seen.isEmpty()) {
            return ApiResponse.nothing();
        }
        Optional<Enquiry> enquiry =
                RandomId.parse(request.pathParameters().getOrDefault("id", "")).flatMap(enquiries::find);
        enquiry.ifPresent(open ->
                seen.ifPresent(news -> table.update(DeskUpdates.seen(open, Math.min(news, open.revision())))));
        enquiry.filter(_ -> isWanted(sign))
                .ifPresent(open -> enquiries
                        .newestOfCitizen(open)
                        .flatMap(Message::whatsAppId)
                        .ifPresent(wamid -> give(open.id(), wamid, sign)));
        return enquiry.isPresent() ? ApiResponse.nothing() : ApiResponse.problem(Problem.NOT_FOUND);
    }

    private boolean isWanted(Sign sign) {
        return switch (wanted) {
            case NONE -> false;
            case READ -> sign == Sign.READ;
            case TYPING -> true;
        };
    }

    private void give(RandomId enquiry, String wamid, Sign sign) {
        Optional<BestEffort> given = fanOut.within(LIMIT, () -> whatsApp.read(wamid, sign == Sign.TYPING));
        if (!given.equals(Optional.of(BestEffort.DONE))) {
            Log.event(LogEvent.SIGN_NOT_TAKEN, LogField.enquiry(enquiry));
        }
    }
}
