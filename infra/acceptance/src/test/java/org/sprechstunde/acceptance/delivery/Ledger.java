package org.sprechstunde.acceptance.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sprechstunde.acceptance.delivery.RandomWebhooks.Sent;
import org.sprechstunde.acceptance.delivery.RandomWebhooks.Webhook;

/** When each message came and was acknowledged, and what follows for the order. */
final class Ledger {
    private final Map<Integer, Instant> came = new ConcurrentHashMap<>();
    private final Map<Integer, Instant> acknowledged = new ConcurrentHashMap<>();

    /** What was wrong in the end; all zero if nothing. */
    record Verdict(int lost, int doubled, int strange, int outOfOrder) {}

    void comes(Webhook webhook, Instant now) {
        webhook.messages().forEach(one -> came.putIfAbsent(one.number(), now));
    }

    void isAcknowledged(Webhook webhook, Instant now) {
        webhook.messages().forEach(one -> acknowledged.putIfAbsent(one.number(), now));
    }

    /**
     * Compares what was sent with what the mayor sees.
     *
     * @param seen the texts of each enquiry, in the order in which they are shown
     */
    Verdict judge(List<Sent> sent, List<List<String>> seen) {
        Map<String, Sent> byText = new HashMap<>();
        sent.forEach(one -> byText.put(one.text(), one));
        Set<String> found = new HashSet<>();
        int doubled = 0;
        int strange = 0;
        int outOfOrder = 0;
        for (List<String> enquiry : seen) {
            List<Sent> shown = new ArrayList<>();
            for (String text : enquiry) {
                doubled += found.add(text) ? 0 : 1;
                Sent one = byText.get(text);
                if (one == null) {
                    strange++;
                } else {
                    shown.add(one);
                }
            }
            outOfOrder += outOfOrder(shown);
            strange +=
                    (int) shown.stream().map(Sent::citizen).distinct().skip(1).count();
        }
        int lost =
                (int) sent.stream().filter(one -> !found.contains(one.text())).count();
        return new Verdict(lost, doubled, strange, outOfOrder);
    }

    /** WhatsApp's time decides; in the same second, what was acknowledged before the other came at all. */
    private int outOfOrder(List<Sent> shown) {
        int wrong = 0;
        for (int later = 1; later < shown.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                wrong += mustStandBefore(shown.get(later), shown.get(earlier)) ? 1 : 0;
            }
        }
        return wrong;
    }

    private boolean mustStandBefore(Sent one, Sent other) {
        int byTime = Comparator.comparing(Sent::written).compare(one, other);
        return byTime < 0
                || (byTime == 0
                        && acknowledged
                                .getOrDefault(one.number(), Instant.MAX)
                                .isBefore(came.getOrDefault(other.number(), Instant.MIN)));
    }
}
