package org.sprechstunde.emulator.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.sprechstunde.emulator.chat.MediaUrls;
import org.sprechstunde.emulator.chat.WhatsAppState;
import org.sprechstunde.emulator.faults.ActiveFaults;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.faults.Faults;
import org.sprechstunde.emulator.variants.Variants;
import org.sprechstunde.emulator.web.JsonTrees;
import org.sprechstunde.emulator.web.Route;
import org.sprechstunde.emulator.web.WebAnswer;
import org.sprechstunde.emulator.web.WebRequest;

/** The routes of the Graph API that a town calls, in any version of it. */
public final class GraphApi {
    private static final Pattern VERSION = Pattern.compile("v\\d+\\.\\d+");

    /** Who calls and whose number it is. */
    public record Account(AccountState setup) {
        String phoneNumberId() {
            return setup.ids().number();
        }
    }

    private final Account account;
    private final WhatsAppState whatsAppState;
    private final AuthorizedRoute authorizedRoute;
    private final MessagesApi messages;
    private final MediaApi media;

    public GraphApi(Account account, WhatsAppState whatsAppState, Watch watch, StatusUpdates statusUpdates) {
        this.account = account;
        this.whatsAppState = whatsAppState;
        this.authorizedRoute =
                new AuthorizedRoute(account.setup().ids().accessToken()::equals, watch, whatsAppState.clock());
        this.messages =
                new MessagesApi(whatsAppState, statusUpdates, account.setup().templates());
        this.media = new MediaApi(whatsAppState.shelf(), whatsAppState.urls(), account.phoneNumberId());
    }

    /** What goes wrong, what WhatsApp's habits are, and what has been called. */
    public record Watch(Faults faults, Variants variants, RecordedCalls calls) {}

    public List<Route> routes() {
        // The first that matches wins, and the address of a file would pass for a version and an id.
        return List.of(
                authorizedRoute.route(
                        "GET",
                        MediaUrls.PATH,
                        new AuthorizedRoute.Behind(_ -> FaultPoint.MEDIA_DOWNLOAD, media::download)),
                route(FaultPoint.MESSAGES, "POST /{version}/{number}/messages", this::send),
                route(FaultPoint.MEDIA_UPLOAD, "POST /{version}/{number}/media", (request, _) -> media.upload(request)),
                route(
                        FaultPoint.CONTACT_BOOK,
                        "DELETE /{version}/{number}/contact_book",
                        (request, _) -> forget(request)),
                route(FaultPoint.MEDIA_LOOKUP, "GET /{version}/{id}", media::lookUp),
                route(FaultPoint.MEDIA_DELETE, "DELETE /{version}/{id}", (request, _) -> media.delete(request)));
    }

    private Route route(
            FaultPoint faultPoint, String methodAndTemplate, BiFunction<WebRequest, ActiveFaults, WebAnswer> work) {
        String[] words = methodAndTemplate.split(" ", 2);
        boolean numbered = words[1].contains("{number}");
        AuthorizedRoute.Behind behind =
                new AuthorizedRoute.Behind(request -> where(faultPoint, request), (request, activeFaults) -> {
                    boolean ours = !numbered || request.path("number").equals(account.phoneNumberId());
                    boolean versioned = VERSION.matcher(request.path("version")).matches();
                    return ours && versioned
                            ? work.apply(request, activeFaults)
                            : GraphError.missing(400).answer();
                });
        return authorizedRoute.route(words[0], words[1], behind);
    }

    private static FaultPoint where(FaultPoint faultPoint, WebRequest request) {
        boolean receipt = faultPoint == FaultPoint.MESSAGES
                && JsonTrees.readObject(request.body())
                        .filter(MessagesApi::isReceipt)
                        .isPresent();
        return receipt ? FaultPoint.READ_RECEIPT : faultPoint;
    }

    private WebAnswer send(WebRequest request, ActiveFaults activeFaults) {
        if (!account.setup().number().registered()) {
            return GraphError.number(133010).answer();
        }
        Optional<ObjectNode> body = JsonTrees.readObject(request.body());
        return body.map(message -> messages.answer(message, activeFaults))
                .orElseGet(() ->
                        GraphError.parameter("the body is not a JSON object").answer());
    }

    private WebAnswer forget(WebRequest request) {
        boolean known = request.query("bsuid")
                .flatMap(whatsAppState.citizens()::byBsuid)
                .isPresent();
        boolean whatsapp =
                request.query("messaging_product").filter("whatsapp"::equals).isPresent();
        return whatsapp && request.query("bsuid").isPresent()
                ? WebAnswer.ok(JsonTrees.object().put("success", true).put("deleted", known))
                : GraphError.parameter("messaging_product and bsuid are needed").answer();
    }
}
