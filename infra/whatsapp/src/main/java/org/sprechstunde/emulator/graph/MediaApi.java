package org.sprechstunde.emulator.graph;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.emulator.chat.Attachment;
import org.sprechstunde.emulator.chat.Media;
import org.sprechstunde.emulator.chat.MediaShelf;
import org.sprechstunde.emulator.chat.MediaUrls;
import org.sprechstunde.emulator.faults.ActiveFaults;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.web.Body;
import org.sprechstunde.emulator.web.JsonTrees;
import org.sprechstunde.emulator.web.Multipart;
import org.sprechstunde.emulator.web.WebAnswer;
import org.sprechstunde.emulator.web.WebRequest;

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

    WebAnswer upload(WebRequest request) {
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
        if (!MediaRules.isAny(body)) {
            return GraphError.file("type or size is not one that can be sent").answer();
        }
        return WebAnswer.ok(JsonTrees.object()
                .put(
                        "id",
                        shelf.fromTown(new Attachment(body, file.get().fileName()))
                                .id()));
    }

    WebAnswer lookUp(WebRequest request, ActiveFaults activeFaults) {
        return shelf.atMeta(request.path("id"))
                .filter(_ -> isOurs(request))
                .map(media -> description(request, media, activeFaults))
                .orElseGet(() -> GraphError.missing(400).answer());
    }

    WebAnswer download(WebRequest request, ActiveFaults activeFaults) {
        Optional<Media> media = request.query("hash").flatMap(urls::mediaId).flatMap(shelf::atMeta);
        if (media.isPresent() && activeFaults.by(FaultKind.REDIRECT)) {
            return new WebAnswer.Moved(urls.url(base(request), media.get()));
        }
        Optional<Body> body = media.map(found -> found.attachment().body());
        return body.map(found ->
                        downloaded(activeFaults.by(FaultKind.WRONG_HASH) ? found.corrupted() : found, activeFaults))
                .orElseGet(() -> GraphError.missing(404).answer());
    }

    WebAnswer delete(WebRequest request) {
        return isOurs(request) && shelf.delete(request.path("id"))
                ? WebAnswer.ok(JsonTrees.object().put("success", true))
                : GraphError.missing(400).answer();
    }

    private boolean isOurs(WebRequest request) {
        return request.query("phone_number_id")
                .filter(id -> !id.equals(phoneNumberId))
                .isEmpty();
    }

    private WebAnswer description(WebRequest request, Media media, ActiveFaults activeFaults) {
        Body body = media.attachment().body();
        byte[] hash = (activeFaults.by(FaultKind.WRONG_HASH) ? body.corrupted() : body).sha256();
        return WebAnswer.ok(JsonTrees.object()
                .put("messaging_product", "whatsapp")
                .put("url", urls.url(base(request), media))
                .put("mime_type", body.type())
                .put("sha256", HexFormat.of().formatHex(hash))
                .put("file_size", announced(body, activeFaults))
                .put("id", media.id()));
    }

    private static long announced(Body body, ActiveFaults activeFaults) {
        if (activeFaults.by(FaultKind.TOO_LARGE)) {
            return LARGEST + 1;
        }
        return activeFaults.by(FaultKind.TOO_LONG) ? body.length() - 1 : body.length();
    }

    private static String base(WebRequest request) {
        return "http://" + request.header("Host").orElse("127.0.0.1");
    }

    private static WebAnswer downloaded(Body body, ActiveFaults activeFaults) {
        if (activeFaults.by(FaultKind.TRUNCATE)) {
            return new WebAnswer.Truncated(200, body);
        }
        return activeFaults.by(FaultKind.SLOW)
                ? new WebAnswer.Trickled(200, body, activeFaults.duration(FaultKind.SLOW))
                : new WebAnswer.Whole(200, body);
    }
}
