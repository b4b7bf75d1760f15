package org.sprechstunde.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.enquiry.Enquiries;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Pseudonyms;
import org.sprechstunde.enquiry.Table;
import org.sprechstunde.enquiry.Worklist;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.Response;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.view.EnquiryView;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A page of open enquiries, newest first or longest waiting first. */
final class Listing {
    private static final int PAGE = 50;
    private static final String NEWEST = "newest";
    private static final String WAITING = "waiting";

    private final Worklist worklist;
    private final Enquiries enquiries;
    private final Secrets secrets;
    private final Platform platform;

    Listing(Table table, Enquiries enquiries, Platform platform) {
        this.worklist = new Worklist(table);
        this.enquiries = enquiries;
        this.secrets = platform.secrets();
        this.platform = platform;
    }

    Response answer(Map<String, String> query) {
        String order = query.getOrDefault("order", NEWEST);
        Cursor cursors = new Cursor(new Pseudonyms(secrets.current().pepperKey()), platform.random());
        Optional<Map<String, AttributeValue>> from =
                query.containsKey("next") ? cursors.open(query.get("next")) : Optional.of(Map.of());
        if (from.isEmpty() || !(order.equals(NEWEST) || order.equals(WAITING))) {
            return Response.problem(Problem.BAD_REQUEST);
        }
        Worklist.Page page = worklist.open(order.equals(NEWEST), PAGE, from.get());
        return Response.json(200, json(page, order.equals(NEWEST), cursors));
    }

    private ObjectNode json(Worklist.Page page, boolean newestFirst, Cursor cursors) {
        Comparator<Enquiry> byTime = Comparator.comparing(Enquiry::lastMessage);
        ObjectNode json = Json.object();
        var array = json.putArray("enquiries");
        enquiries.open(page.places()).stream()
                .sorted(newestFirst ? byTime.reversed() : byTime)
                .forEach(enquiry -> array.add(EnquiryView.summary(enquiry)));
        return page.next().isEmpty() ? json.putNull("next") : json.put("next", cursors.seal(page.next()));
    }
}
