package org.sprechstunde.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.platform.HttpFunction;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Request;
import org.sprechstunde.platform.Response;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.MediaLinks;
import org.sprechstunde.store.Table;
import org.sprechstunde.view.EnquiryView;
import org.sprechstunde.view.MessageView;

/** {@code GET /api/enquiries} lists, {@code GET /api/enquiries/{id}} opens. */
public final class InboxFunction extends HttpFunction {
    private static final String LIST = "GET /api/enquiries";

    private final Enquiries enquiries;
    private final Listing listing;
    private final MessageView messages;

    public InboxFunction() {
        this(Platform.lambda());
    }

    public InboxFunction(Platform platform) {
        Table table = Table.of(platform);
        MediaLinks links =
                new MediaLinks(platform.aws().presigner(), platform.settings().bucket());
        this.enquiries = new Enquiries(table, platform.clock());
        this.listing = new Listing(table, enquiries, platform);
        this.messages = new MessageView(platform.clock(), Optional.of(links));
    }

    @Override
    protected Response answer(Request request) {
        return request.route().equals(LIST) ? listing.answer(request.query()) : one(request.pathParameters());
    }

    private Response one(Map<String, String> path) {
        return RandomId.parse(path.getOrDefault("id", ""))
                .flatMap(enquiries::find)
                .map(enquiry -> Response.json(200, whole(enquiry)))
                .orElseGet(() -> Response.problem(Problem.NOT_FOUND));
    }

    private ObjectNode whole(Enquiry enquiry) {
        ObjectNode json = EnquiryView.summary(enquiry);
        json.set("citizen", EnquiryView.citizen(enquiry.identity()));
        var array = json.putArray("messages");
        enquiries.messages(enquiry).forEach(message -> array.add(messages.json(enquiry.id(), message)));
        return json;
    }
}
