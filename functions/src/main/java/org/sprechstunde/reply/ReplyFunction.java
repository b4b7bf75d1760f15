package org.sprechstunde.reply;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.platform.HttpFunction;
import org.sprechstunde.platform.Pause;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Request;
import org.sprechstunde.platform.Response;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.MediaLinks;
import org.sprechstunde.store.Stores;
import org.sprechstunde.view.MessageView;

/**
 * {@code POST /api/enquiries/{id}/replies}: one answer per idempotency key, however often it is asked for. Files for it
 * come by {@link Attachments}; what the mayor says without words, by {@link Reactions} and {@link Signs}.
 */
public final class ReplyFunction extends HttpFunction {
    private static final Pattern KEY = Pattern.compile("[!-~]{1,64}");

    private final Enquiries enquiries;
    private final Outbox outbox;
    private final MessageView view;
    private final Attachments attachments;
    private final Reactions reactions;
    private final Signs signs;
    private final Pause pause;

    public ReplyFunction() {
        this(Platform.lambda());
    }

    public ReplyFunction(Platform platform) {
        Stores stores = Stores.of(platform);
        Secrets secrets = platform.secrets();
        var links =
                new MediaLinks(platform.aws().presigner(), platform.settings().bucket());
        this.enquiries = new Enquiries(stores.table(), platform.clock());
        this.outbox = new Outbox(stores, platform, secrets);
        this.view = new MessageView(platform.clock(), Optional.of(links));
        this.attachments = new Attachments(stores.table(), links, platform);
        this.reactions = new Reactions(stores.table(), platform, secrets, view);
        this.signs = new Signs(stores.table(), platform, secrets);
        this.pause = platform.pause();
    }

    @Override
    protected Response answer(Request request) {
        return switch (request.route()) {
            case Attachments.ROUTE -> attachments.answer(request);
            case Reactions.ROUTE -> reactions.answer(request);
            case Signs.ROUTE -> signs.answer(request);
            default -> reply(request);
        };
    }

    private Response reply(Request request) {
        Optional<String> key = request.header("Idempotency-Key").filter(KEY.asMatchPredicate());
        if (key.isEmpty()) {
            return Response.problem(Problem.BAD_REQUEST);
        }
        return switch (DraftParser.parse(request.body())) {
            case Refused(Problem problem) -> Response.problem(problem);
            case Draft draft ->
                RandomId.parse(request.pathParameters().getOrDefault("id", ""))
                        .flatMap(enquiries::find)
                        .map(enquiry -> response(
                                enquiry.id(),
                                outbox.send(enquiry, key.get(), draft, new Patience(pause, request.left()))))
                        .orElseGet(() -> Response.problem(Problem.NOT_FOUND));
        };
    }

    private Response response(RandomId enquiry, Outbox.Result result) {
        return switch (result) {
            case Outbox.Sent(Message message) -> Response.json(201, view.json(enquiry, message));
            case Before(Message message) -> Response.json(200, view.json(enquiry, message));
            case Refused(Problem problem) -> Response.problem(problem);
        };
    }
}
