package org.sprechstunde.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sprechstunde.api.BodySchema;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.enquiry.AttachmentType;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.PendingUpload;
import org.sprechstunde.platform.ApiRequest;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.RetryPolicy;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.MediaBucket;
import org.sprechstunde.store.PresignedUrls;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.Transaction;
import org.sprechstunde.store.UploadItem;

/**
 * {@code POST /api/enquiries/{id}/attachments}: key and address for one sealed file of the mayor's. The task that forgets
 * it is stored before the address is known to anybody, so no upload is ever nobody's; an answer that names it takes
 * the task away.
 */
final class AttachmentUploads {
    static final String ROUTE = "POST /api/enquiries/{id}/attachments";

    private static final BodySchema BODY = BodySchema.of(
            BodySchema.required("type", BodySchema.TEXT),
            BodySchema.required("bytes", BodySchema.whole(1, Long.MAX_VALUE)));

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(20);

    private final Table table;
    private final Enquiries enquiries;
    private final PresignedUrls links;
    private final Clock clock;
    private final SecureRandom random;
    private final Retry retry;

    AttachmentUploads(Services services, PresignedUrls links) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.enquiries = Enquiries.of(services);
        this.links = links;
        this.clock = platform.clock();
        this.random = platform.random();
        this.retry = new Retry(platform);
    }

    ApiResponse answer(ApiRequest request) {
        JsonNode wish = BodySchema.json(request.body());
        if (!BODY.allows(wish)) {
            return ApiResponse.problem(Problem.BAD_REQUEST);
        }
        Optional<AttachmentType> type = AttachmentType.of(wish.path("type").asText());
        if (type.isEmpty()) {
            return ApiResponse.problem(Problem.ATTACHMENT_TYPE);
        }
        long bytes = wish.path("bytes").asLong();
        if (bytes > type.get().most()) {
            return ApiResponse.problem(Problem.ATTACHMENT_TOO_LARGE);
        }
        var file = new PendingUpload(RandomId.next(random), type.get(), (int) bytes);
        return RandomId.parse(request.pathParameters().getOrDefault("id", ""))
                .map(enquiry -> retry.until(RetryPolicy.WRITERS, () -> promise(enquiry, file))
                        .orElseThrow(Retry.TooManyWriters::new))
                .orElseGet(() -> ApiResponse.problem(Problem.NOT_FOUND));
    }

    /**
     * On condition that it may be answered: no upload follows a resolve, or is made for nothing. Empty if another writer
     * was faster.
     */
    private Optional<ApiResponse> promise(RandomId id, PendingUpload file) {
        Optional<Enquiry> enquiry = enquiries.find(id);
        Instant now = clock.instant();
        if (enquiry.isEmpty()) {
            return Optional.of(ApiResponse.problem(Problem.NOT_FOUND));
        }
        if (!now.isBefore(enquiry.get().replyUntil())) {
            return Optional.of(ApiResponse.problem(Problem.WINDOW_CLOSED));
        }
        return isNoted(enquiry.get(), file, now)
                ? Optional.of(ApiResponse.json(201, address(id, file)))
                : Optional.empty();
    }

    private boolean isNoted(Enquiry enquiry, PendingUpload file, Instant now) {
        var item = UploadItem.write(enquiry, file, now.plus(FORGOTTEN_AFTER), random);
        Transaction transaction = table.transaction();
        transaction.checkAnswerable(enquiry, now);
        transaction.putNew(item);
        return transaction.commit().done();
    }

    /** The key is nowhere but in this answer, until the mayor's comes with it. */
    private JsonNode address(RandomId enquiry, PendingUpload file) {
        String name = MediaBucket.name(enquiry, file.object());
        return Json.object()
                .put("object", file.object().value())
                .put("key", DataKey.next(random).bytes())
                .put("context", name)
                .put("url", links.forUpload(name, file.sealedBytes()));
    }
}
