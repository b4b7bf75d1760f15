package org.sprechstunde.local.meta.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.sprechstunde.local.meta.chat.MediaUrls;
import org.sprechstunde.local.meta.chat.World;
import org.sprechstunde.local.meta.faults.Faults;
import org.sprechstunde.local.meta.faults.Struck;
import org.sprechstunde.local.meta.faults.Where;
import org.sprechstunde.local.meta.web.Answer;
import org.sprechstunde.local.meta.web.Json;
import org.sprechstunde.local.meta.web.Request;
import org.sprechstunde.local.meta.web.Route;

/** The routes of the Graph API that a town calls, in any version of it. */
public final class GraphApi {
    private static final Pattern VERSION = Pattern.compile("v\\d+\\.\\d+");

    /** Who calls and whose number it is. */
    public record Account(Setup setup) {
        String phoneNumberId() {
            return setup.ids().number();
        }
    }

    private final Account account;
    private final World world;
    private final Gate gate;
    private final MessagesApi messages;
    private final MediaApi media;

    public GraphApi(Account account, World world, Watch watch, Statuses statuses) {
        this.account = account;
        this.world = world;
        this.gate = new Gate(account.setup().ids().accessToken()::equals, watch, world.clock());
        this.messages = new MessagesApi(world, statuses);
        this.media = new MediaApi(world.shelf(), world.urls(), account.phoneNumberId());
    }

    /** What goes wrong, and what has been called. */
    public record Watch(Faults faults, Calls calls) {}

    public List<Route> routes() {
        // The first that matches wins, and the address of a file would pass for a version and an id.
        return List.of(
                gate.route("GET", MediaUrls.PATH, new Gate.Behind(_ -> Where.MEDIA_DOWNLOAD, media::download)),
                route(Where.MESSAGES, "POST /{version}/{number}/messages", this::send),
                route(Where.MEDIA_UPLOAD, "POST /{version}/{number}/media", (request, _) -> media.upload(request)),
                route(Where.CONTACT_BOOK, "DELETE /{version}/{number}/contact_book", (request, _) -> forget(request)),
                route(Where.MEDIA_LOOKUP, "GET /{version}/{id}", media::lookUp),
                route(Where.MEDIA_DELETE, "DELETE /{version}/{id}", (request, _) -> media.delete(request)));
    }

    private Route route(Where where, String methodAndTemplate, BiFunction<Request, Struck, Answer> work) {
        String[] words = methodAndTemplate.split(" ", 2);
        boolean numbered = words[1].contains("{number}");
        Gate.Behind behind = new Gate.Behind(request -> where(where, request), (request, struck) -> {
            boolean ours = !numbered || request.path("number").equals(account.phoneNumberId());
            boolean versioned = VERSION.matcher(request.path("version")).matches();
            return ours && versioned
                    ? work.apply(request, struck)
                    : GraphError.missing(400).answer();
        });
        return gate.route(words[0], words[1], behind);
    }

    private static Where where(Where where, Request request) {
        boolean receipt = where == Where.MESSAGES
                && Json.readObject(request.body())
                        .filter(MessagesApi::isReceipt)
                        .isPresent();
        return receipt ? Where.READ_RECEIPT : where;
    }

    private Answer send(Request request, Struck struck) {
        if (!account.setup().number().registered()) {
            return GraphError.number(133010).answer();
        }
        Optional<ObjectNode> body = Json.readObject(request.body());
        return body.map(message -> messages.answer(message, struck))
                .orElseGet(() ->
                        GraphError.parameter("the body is not a JSON object").answer());
    }

    private Answer forget(Request request) {
        boolean known =
                request.query("bsuid").flatMap(world.citizens()::byBsuid).isPresent();
        boolean whatsapp =
                request.query("messaging_product").filter("whatsapp"::equals).isPresent();
        return whatsapp && request.query("bsuid").isPresent()
                ? Answer.ok(Json.object().put("success", true).put("deleted", known))
                : GraphError.parameter("messaging_product and bsuid are needed").answer();
    }
}
