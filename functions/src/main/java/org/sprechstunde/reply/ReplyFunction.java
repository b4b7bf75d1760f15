package org.sprechstunde.reply;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.platform.HttpFunction;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Request;
import org.sprechstunde.platform.Response;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.MediaLinks;
import org.sprechstunde.store.Table;
import org.sprechstunde.view.MessageView;
import org.sprechstunde.whatsapp.WhatsApp;

/**
 * {@code POST /api/enquiries/{id}/replies}: one answer per idempotency key, however often it is asked for. And what the
 * mayor says without words: {@link Reactions} and {@link Signs}.
 */
public final class ReplyFunction extends HttpFunction {
    private static final Pattern KEY = Pattern.compile("[!-~]{1,64}");

    private final Enquiries enquiries;
    private final Outbox outbox;
    private final MessageView view;
    private final Reactions reactions;
    private final Signs signs;

    public ReplyFunction() {
        this(Platform.lambda());
    }

    public ReplyFunction(Platform platform) {
        Table table = Table.of(platform);
        Secrets secrets = platform.secrets();
        this.enquiries = new Enquiries(table, platform.clock());
        this.outbox =
                new Outbox(table, new Outbox.Means(enquiries, new WhatsApp(platform, secrets), secrets), platform);
        var links =
                new MediaLinks(platform.aws().presigner(), platform.settings().bucket());
        this.view = new MessageView(platform.clock(), Optional.of(links));
        this.reactions = new Reactions(table, platform, secrets, view);
        this.signs = new Signs(table, platform, secrets);
    }

    @Override
    protected Response answer(Request request) {
        return switch (request.route()) {
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
                        .map(enquiry -> answer(enquiry, key.get(), draft))
                        .orElseGet(() -> Response.problem(Problem.NOT_FOUND));
        };
    }

    private Response answer(Enquiry enquiry, String key, Draft draft) {
        return switch (outbox.send(enquiry, key, draft)) {
            case Outbox.Sent(Message message) -> Response.json(201, view.json(enquiry.id(), message));
            case Outbox.Before(Message message) -> Response.json(200, view.json(enquiry.id(), message));
            case Refused(Problem problem) -> Response.problem(problem);
        };
    }
}
