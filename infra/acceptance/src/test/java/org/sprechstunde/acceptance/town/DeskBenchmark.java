package org.sprechstunde.acceptance.town;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.bench.Figures;
import org.sprechstunde.acceptance.costs.CallMeter;
import org.sprechstunde.emulator.chat.Citizen;

/** What it costs that the page asks every five seconds, and nothing is new. */
@OwnTown
@InTown
final class DeskBenchmark {
    private static final int LOOKS_A_MINUTE = 12;

    private final TestTown town;
    private final Figures figures = new Figures("desk");

    DeskBenchmark(TestTown town) {
        this.town = town;
    }

    @Test
    void nothingNew() throws Exception {
        Citizen citizen = town.meta().citizens().withPhone("Mess Paula");
        town.meta().sendText(citizen, "Guten Tag");
        String id = new Await(town).enquiry(citizen);
        new Chat(town, citizen).greeted(1);
        new Await(town).delivered();
        new LargeEnquiry(town, id).fill(0, 1499);
        new OpenEnquiries(town).fill(499);

        measure("poll-list", "/api/enquiries?order=newest");
        measure("poll-open", "/api/enquiries/" + id);
    }

    private void measure(String name, String path) {
        String tag =
                town.api().unless(path, "\"none\"").headers().firstValue("etag").orElseThrow();
        try (CallMeter.Count count = CallMeter.start(town.town()::answersAt)) {
            figures.put(
                    name + "-bytes", (double) LOOKS_A_MINUTE * bytes(town.api().unless(path, tag)));
            figures.put(name + "-reads", (double) count.ofStores("InboxFunction"));
        }
    }

    /** Of headers and body. */
    private static int bytes(HttpResponse<byte[]> response) {
        int headers = response.headers().map().entrySet().stream()
                .mapToInt(header -> header.getKey().length()
                        + String.join(",", header.getValue()).length()
                        + ": \r\n".length())
                .sum();
        return headers + response.body().length;
    }
}
