package org.sprechstunde.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sprechstunde.api.EnquiryJson;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.platform.ApiRequest;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.Worklist;
import org.sprechstunde.store.Worklist.Group;

/** The list of open enquiries, slice by slice, in the order asked for. */
final class EnquiryList {
    private static final String NEWEST = "newest";

    private final Map<String, ListOrder> orders;
    private final Secrets secrets;
    private final SecureRandom random;

    EnquiryList(Services services) {
        Worklist worklist = new Worklist(Table.of(services));
        Enquiries enquiries = Enquiries.of(services);
        Clock clock = services.platform().clock();
        List<Phase> urgentFirst = List.of(
                Phase.waiting(worklist, Set.of(Group.URGENT)),
                Phase.closing(worklist),
                Phase.tooLate(worklist),
                Phase.answered(worklist));
        List<Phase> waitingFirst =
                List.of(Phase.waiting(worklist, EnumSet.allOf(Group.class)), Phase.answered(worklist));
        this.orders = Map.of(
                NEWEST,
                new NewestFirst(worklist, enquiries),
                "urgent",
                new InPhases(urgentFirst, enquiries, clock),
                "waiting",
                new InPhases(waitingFirst, enquiries, clock));
        this.secrets = services.secrets();
        this.random = services.platform().random();
    }

    ApiResponse answer(ApiRequest request) {
        Map<String, String> query = request.query();
        String word = query.getOrDefault("order", NEWEST);
        PageCursor cursor = new PageCursor(Pseudonyms.current(secrets), word, random);
        Optional<ListOrder> order = Optional.ofNullable(orders.get(word));
        Optional<Map<String, String>> from =
                Optional.ofNullable(query.get("next")).map(cursor::open).orElseGet(() -> Optional.of(Map.of()));
        if (order.isEmpty() || from.isEmpty()) {
            return ApiResponse.problem(Problem.BAD_REQUEST);
        }
        ListOrder.Slice slice = order.get().slice(from.get());
        return Unchanged.unless(request, enquiries(slice), json -> next(json, slice, cursor));
    }

    private static ObjectNode enquiries(ListOrder.Slice slice) {
        ObjectNode json = Json.object();
        var array = json.putArray("enquiries");
        slice.enquiries().forEach(enquiry -> array.add(EnquiryJson.summary(enquiry)));
        return slice.next().isEmpty() ? json.putNull("next") : json;
    }

    /** Sealed anew each time, so it says nothing about whether something has changed. */
    private static void next(ObjectNode json, ListOrder.Slice slice, PageCursor cursor) {
        if (!slice.next().isEmpty()) {
            json.put("next", cursor.seal(slice.next()));
        }
    }
}
