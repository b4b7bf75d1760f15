package org.sprechstunde.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.api.EnquiryJson;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.Worklist;

/** The list of open enquiries, slice by slice, in the order asked for. */
final class EnquiryList {
    private static final String NEWEST = "newest";

    private final Map<String, ListOrder> orders;
    private final Secrets secrets;
    private final SecureRandom random;

    EnquiryList(Services services) {
        Worklist worklist = new Worklist(Table.of(services));
        Enquiries enquiries = Enquiries.of(services);
        this.orders = Map.of(
                NEWEST, new NewestFirst(worklist, enquiries), "waiting", new LongestWaiting(worklist, enquiries));
        this.secrets = services.secrets();
        this.random = services.platform().random();
    }

    ApiResponse answer(Map<String, String> query) {
        String word = query.getOrDefault("order", NEWEST);
        PageCursor cursor = new PageCursor(Pseudonyms.current(secrets), word, random);
        Optional<ListOrder> order = Optional.ofNullable(orders.get(word));
        Optional<Map<String, String>> from =
                Optional.ofNullable(query.get("next")).map(cursor::open).orElseGet(() -> Optional.of(Map.of()));
        if (order.isEmpty() || from.isEmpty()) {
            return ApiResponse.problem(Problem.BAD_REQUEST);
        }
        return ApiResponse.json(200, json(order.get().slice(from.get()), cursor));
    }

    private static ObjectNode json(ListOrder.Slice slice, PageCursor cursor) {
        ObjectNode json = Json.object();
        var array = json.putArray("enquiries");
        slice.enquiries().forEach(enquiry -> array.add(EnquiryJson.summary(enquiry)));
        return slice.next().isEmpty() ? json.putNull("next") : json.put("next", cursor.seal(slice.next()));
    }
}
