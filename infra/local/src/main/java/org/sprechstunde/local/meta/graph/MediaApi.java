package org.sprechstunde.local.meta.graph;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.local.meta.chat.Attachment;
import org.sprechstunde.local.meta.chat.Media;
import org.sprechstunde.local.meta.chat.MediaShelf;
import org.sprechstunde.local.meta.chat.MediaUrls;
import org.sprechstunde.local.meta.faults.Struck;
import org.sprechstunde.local.meta.faults.What;
import org.sprechstunde.local.meta.web.Answer;
import org.sprechstunde.local.meta.web.Body;
import org.sprechstunde.local.meta.web.Json;
import org.sprechstunde.local.meta.web.Multipart;
import org.sprechstunde.local.meta.web.Request;

/** Files at Meta: upload, look-up, download, delete. */
final class MediaApi {
    private static final long LARGEST = 100L * 1024 * 1024;

    private final MediaShelf shelf;
    private final MediaUrls urls;
    private final String phoneNumberId;

    MediaApi(MediaShelf shelf, MediaUrls urls, String phoneNumberId) {
        this.shelf = shelf;
        this.urls = urls;
        this.phoneNumberId = phoneNumberId;
    }

    Answer upload(Request request) {
        List<Multipart.Part> parts = Multipart.parts(request);
        Optional<Multipart.Part> file = parts.stream()
                .filter(part -> part.name().equals("file") && part.fileName().isPresent())
                .findFirst();
        Optional<String> type = Multipart.field(parts, "type");
        boolean whatsapp = Multipart.field(parts, "messaging_product")
                .filter("whatsapp"::equals)
                .isPresent();
        if (file.isEmpty() || type.isEmpty() || !whatsapp) {
            return GraphError.parameter("messaging_product, type and file are needed")
                    .answer();
        }
        Body body = file.get().body().as(type.get());
        if (!Sendable.isAny(body)) {
            return GraphError.file("type or size is not one that can be sent").answer();
        }
        return Answer.ok(Json.object()
                .put(
                        "id",
                        shelf.fromTown(new Attachment(body, file.get().fileName()))
                                .id()));
    }

    Answer lookUp(Request request, Struck struck) {
        return shelf.atMeta(request.path("id"))
                .filter(_ -> isOurs(request))
                .map(media -> description(request, media, struck))
                .orElseGet(() -> GraphError.missing(400).answer());
    }

    Answer download(Request request, Struck struck) {
        Optional<Media> media = request.query("hash").flatMap(urls::mediaId).flatMap(shelf::atMeta);
        if (media.isPresent() && struck.by(What.REDIRECT)) {
            return new Answer.Moved(urls.url(base(request), media.get()));
        }
        Optional<Body> body = media.map(found -> found.attachment().body());
        return body.map(found -> downloaded(struck.by(What.WRONG_HASH) ? found.corrupted() : found, struck))
                .orElseGet(() -> GraphError.missing(404).answer());
    }

    Answer delete(Request request) {
        return isOurs(request) && shelf.delete(request.path("id"))
                ? Answer.ok(Json.object().put("success", true))
                : GraphError.missing(400).answer();
    }

    private boolean isOurs(Request request) {
        return request.query("phone_number_id")
                .filter(id -> !id.equals(phoneNumberId))
                .isEmpty();
    }

    private Answer description(Request request, Media media, Struck struck) {
        Body body = media.attachment().body();
        byte[] hash = (struck.by(What.WRONG_HASH) ? body.corrupted() : body).sha256();
        return Answer.ok(Json.object()
                .put("messaging_product", "whatsapp")
                .put("url", urls.url(base(request), media))
                .put("mime_type", body.type())
                .put("sha256", HexFormat.of().formatHex(hash))
                .put("file_size", announced(body, struck))
                .put("id", media.id()));
    }

    private static long announced(Body body, Struck struck) {
        if (struck.by(What.TOO_LARGE)) {
            return LARGEST + 1;
        }
        return struck.by(What.TOO_LONG) ? body.length() - 1 : body.length();
    }

    private static String base(Request request) {
        return "http://" + request.header("Host").orElse("127.0.0.1");
    }

    private static Answer downloaded(Body body, Struck struck) {
        if (struck.by(What.TRUNCATE)) {
            return new Answer.Truncated(200, body);
        }
        return struck.by(What.SLOW)
                ? new Answer.Trickled(200, body, struck.duration(What.SLOW))
                : new Answer.Whole(200, body);
    }
}
