package org.sprechstunde.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.enquiry.AttachmentType;
import org.sprechstunde.enquiry.DataKey;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.PromisedFile;
import org.sprechstunde.enquiry.Retention;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Pause;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Request;
import org.sprechstunde.platform.Response;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.MediaLinks;
import org.sprechstunde.store.MediaStore;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.UploadItem;
import org.sprechstunde.store.Writes;

/**
 * {@code POST /api/enquiries/{id}/attachments}: key and address for one sealed file of the mayor's. The task that forgets
 * it is stored before the address is known to anybody, so no upload is ever nobody's; an answer that names it takes
 * the task away.
 */
final class Attachments {
    static final String ROUTE = "POST /api/enquiries/{id}/attachments";

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(20);
    private static final int ROUNDS = 12;
    private static final Duration WAIT = Duration.ofMillis(20);

    private final Table table;
    private final Enquiries enquiries;
    private final Writes writes;
    private final MediaLinks links;
    private final Retention retention;
    private final Clock clock;
    private final Pause pause;
    private final SecureRandom random;

    Attachments(Table table, MediaLinks links, Platform platform) {
        this.table = table;
        this.enquiries = new Enquiries(table, platform.clock());
        this.writes = new Writes(table);
        this.links = links;
        this.retention = Retention.of(platform.settings());
        this.clock = platform.clock();
        this.pause = platform.pause();
        this.random = platform.random();
    }

    Response answer(Request request) {
        JsonNode wish = json(request.body());
        JsonNode bytes = wish.path("bytes");
        if (!wish.path("type").isTextual() || !bytes.isIntegralNumber() || bytes.asDouble() < 1) {
            return Response.problem(Problem.BAD_REQUEST);
        }
        Optional<AttachmentType> type = AttachmentType.of(wish.path("type").asText());
        if (type.isEmpty()) {
            return Response.problem(Problem.ATTACHMENT_TYPE);
        }
        if (!bytes.canConvertToInt() || bytes.asInt() > type.get().most()) {
            return Response.problem(Problem.ATTACHMENT_TOO_LARGE);
        }
        var file = new PromisedFile(RandomId.next(random), type.get(), bytes.asInt());
        return RandomId.parse(request.pathParameters().getOrDefault("id", ""))
                .map(enquiry -> promise(enquiry, file))
                .orElseGet(() -> Response.problem(Problem.NOT_FOUND));
    }

    /** On condition that it may be answered: no upload follows a resolve, or is made for nothing. */
    private Response promise(RandomId id, PromisedFile file) {
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Enquiry> enquiry = enquiries.find(id);
            Instant now = clock.instant();
            if (enquiry.isEmpty()) {
                return Response.problem(Problem.NOT_FOUND);
            }
            if (!now.isBefore(enquiry.get().replyUntil())) {
                return Response.problem(Problem.WINDOW_CLOSED);
            }
            if (isNoted(enquiry.get(), file, now)) {
                return Response.json(201, address(id, file));
            }
            pause.of(WAIT.multipliedBy(round));
        }
        throw new IllegalStateException("too many writers on one enquiry");
    }

    private boolean isNoted(Enquiry enquiry, PromisedFile file, Instant now) {
        Instant keep = retention.latest(enquiry.opened());
        var item = UploadItem.write(enquiry, file, now.plus(FORGOTTEN_AFTER), keep, random);
        return table.transact(List.of(writes.answerable(enquiry, now), writes.putNew(item)))
                .done();
    }

    /** The key is nowhere but in this answer, until the mayor's comes with it. */
    private JsonNode address(RandomId enquiry, PromisedFile file) {
        String name = MediaStore.name(enquiry, file.object());
        return Json.object()
                .put("object", file.object().value())
                .put("key", DataKey.next(random).bytes())
                .put("context", name)
                .put("url", links.forUpload(name, file.sealedBytes()));
    }

    private static JsonNode json(byte[] body) {
        try {
            return Json.read(body);
        } catch (Json.NotJson e) {
            return Json.object();
        }
    }
}
