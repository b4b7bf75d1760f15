package org.sprechstunde.reply;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.platform.HttpFunction;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Request;
import org.sprechstunde.platform.Response;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.Table;
import org.sprechstunde.view.MessageView;
import org.sprechstunde.whatsapp.WhatsApp;

/** {@code POST /api/enquiries/{id}/replies}: one answer per idempotency key, however often it is asked for. */
public final class ReplyFunction extends HttpFunction {
    private static final int LONGEST = 4096;
    private static final Pattern KEY = Pattern.compile("[!-~]{1,64}");

    private final Enquiries enquiries;
    private final Outbox outbox;
    private final MessageView view;

    public ReplyFunction() {
        this(Platform.lambda());
    }

    public ReplyFunction(Platform platform) {
        Table table = Table.of(platform);
        Secrets secrets = platform.secrets();
        this.enquiries = new Enquiries(table, platform.clock());
        this.outbox =
                new Outbox(table, new Outbox.Means(enquiries, new WhatsApp(platform, secrets), secrets), platform);
        this.view = new MessageView(platform.clock(), Optional.empty());
    }

    @Override
    protected Response answer(Request request) {
        Optional<String> key = request.header("Idempotency-Key").filter(KEY.asMatchPredicate());
        Optional<String> text = text(request.body());
        if (key.isEmpty() || text.isEmpty()) {
            return Response.problem(Problem.BAD_REQUEST);
        }
        if (text.get().isBlank() || text.get().codePointCount(0, text.get().length()) > LONGEST) {
            return Response.problem(Problem.INVALID_TEXT);
        }
        return RandomId.parse(request.pathParameters().getOrDefault("id", ""))
                .flatMap(enquiries::find)
                .map(enquiry -> answer(enquiry, key.get(), text.get()))
                .orElseGet(() -> Response.problem(Problem.NOT_FOUND));
    }

    private Response answer(Enquiry enquiry, String key, String text) {
        return switch (outbox.send(enquiry, key, text)) {
            case Outbox.Sent(Message message) -> Response.json(201, view.json(enquiry.id(), message));
            case Outbox.Before(Message message) -> Response.json(200, view.json(enquiry.id(), message));
            case Outbox.Refused(Problem problem) -> Response.problem(problem);
        };
    }

    /** The text, if the body is JSON that has one; it may still be empty. */
    private static Optional<String> text(byte[] body) {
        try {
            var text = Json.read(body).path("text");
            return text.isTextual() ? Optional.of(text.asText()) : Optional.empty();
        } catch (Json.NotJson e) {
            return Optional.empty();
        }
    }
}
