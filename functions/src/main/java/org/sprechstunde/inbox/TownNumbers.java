package org.sprechstunde.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.sprechstunde.enquiry.ErasureRecord.Cause;
import org.sprechstunde.enquiry.Tally;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Services;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.store.WeekNumbers;

/** {@code GET /api/numbers}: the town's numbers for its council, month by month; from counters, never from enquiries. */
final class TownNumbers {
    static final String ROUTE = "GET /api/numbers";

    private static final List<String> FILES = List.of("image", "video", "audio", "document", "sticker");
    private static final List<String> KINDS =
            List.of("text", "image", "video", "audio", "document", "sticker", "location", "contacts");
    private static final List<String> ENDS =
            Arrays.stream(Cause.values()).map(Cause::word).toList();
    private static final double MOST = 0.9;

    private final WeekNumbers weeks;
    private final Clock clock;

    TownNumbers(Services services) {
        this.weeks = new WeekNumbers(services);
        this.clock = services.platform().clock();
    }

    ApiResponse answer() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Settings.ZONE);
        ObjectNode json = Json.object();
        var months = json.putArray("months");
        MonthNumbers.closed(weeks.all(), today).forEach(month -> months.add(json(month)));
        return ApiResponse.json(200, json);
    }

    private static ObjectNode json(MonthNumbers month) {
        ObjectNode json = Json.object().put("month", month.month().toString());
        put(json, "enquiries", month.enquiries());
        put(json, "inbound", month.inbound());
        put(json, "outbound", month.outbound());
        put(json, "files", month.files(FILES));
        put(json, "inWindow", month.inWindow());
        put(json, "medianHours", month.hoursToAnswer(0.5));
        put(json, "mostHours", month.hoursToAnswer(MOST));
        put(json.putObject("ends"), month.parts(Tally.END, ENDS));
        put(json.putObject("kinds"), month.kinds(KINDS));
        return json;
    }

    private static void put(ObjectNode json, Map<String, OptionalLong> parts) {
        parts.forEach((name, number) -> put(json, name, number));
    }

    /** What is hidden is said to be so. */
    private static void put(ObjectNode json, String name, OptionalLong number) {
        if (number.isPresent()) {
            json.put(name, number.getAsLong());
        } else {
            json.putNull(name);
        }
    }
}
