package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.platform.Json;

/** Five hundred open enquiries: the first are there at once, all by scrolling, and looking again costs next to nothing. */
@Tag("full")
@InChromium
final class ManyEnquiriesTest {
    private static final int MANY = 500;
    private static final int PAGE = 50;
    private static final Pattern NEXT = Pattern.compile("next=([0-9]+)");

    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser();

    private final AtomicInteger bytes = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void allAreThereWithoutAClickAndAreSortedAtOnce() {
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        Page page = mayorPage.page();
        Instant now = Instant.now();
        page.route(Pattern.compile("/api/enquiries\\?"), route -> answer(route, now));
        mayorPage.logIn();

        assertThat(page.getByTestId("enquiry")).hasCount(MANY);
        assertThat(page.getByTestId("counts")).containsText("500 Anliegen");
        page.setViewportSize(1280, 800);
        page.getByTestId("enquiry").last().scrollIntoViewIfNeeded();
        assertThat(page.getByTestId("enquiry").last()).isInViewport();

        calls.set(0);
        List<String> firsts = Stream.of("newest", "waiting", "urgent", "newest")
                .map(order -> firstBy(page, order))
                .toList();
        assertThat(firsts.getFirst()).isEqualTo(firsts.getLast());
        assertThat(Set.copyOf(firsts)).hasSize(3);
        assertThat(page.getByTestId("enquiry")).hasCount(MANY);
        assertThat(calls.get()).as("pages that were asked for").isLessThanOrEqualTo(3);

        bytes.set(0);
        calls.set(0);
        page.waitForTimeout(11_000);
        assertThat(calls.get()).isBetween(1, 3);
        assertThat(bytes.get()).isZero();
        page.context().close();
    }

    /** How long it takes is measured by {@code infra/bench/page}. */
    private static String firstBy(Page page, String order) {
        page.getByTestId("order-" + order).click();
        return page.getByTestId("enquiry").first().textContent();
    }

    /** As the server does: by last message, and unchanged in no bytes. */
    private void answer(Route route, Instant now) {
        URI address = URI.create(route.request().url());
        Matcher next = NEXT.matcher(Optional.ofNullable(address.getQuery()).orElse(""));
        int from = next.find() ? Integer.parseInt(next.group(1)) : 0;
        String tag = "\"" + from + "\"";
        calls.incrementAndGet();
        if (tag.equals(route.request().headers().get("if-none-match"))) {
            route.fulfill(new Route.FulfillOptions().setStatus(304).setHeaders(Map.of("etag", tag)));
            return;
        }
        ObjectNode listing = Json.object();
        var enquiries = listing.putArray("enquiries");
        all(now).subList(from, from + PAGE).forEach(enquiries::add);
        if (from + PAGE < MANY) {
            listing.put("next", Integer.toString(from + PAGE));
        } else {
            listing.putNull("next");
        }
        bytes.addAndGet(listing.toString().length());
        route.fulfill(new Route.FulfillOptions()
                .setHeaders(Map.of("etag", tag, "content-type", "application/json"))
                .setBody(listing.toString()));
    }

    private static List<ObjectNode> all(Instant now) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> summary(i, now.minusSeconds(i * 300L)))
                .sorted(Comparator.comparing(
                                (ObjectNode each) -> each.path("lastMessageAt").asText())
                        .reversed())
                .toList();
    }

    private static ObjectNode summary(int number, Instant at) {
        ObjectNode json = Json.object()
                .put("id", "%032x".formatted(number))
                .put("name", "Nummer %03d".formatted(number))
                .put("openedAt", at.toString())
                .put("lastMessageAt", at.toString())
                .put("lastInboundAt", at.toString())
                .put("replyUntil", at.plusSeconds(86_400).toString())
                .put("expiresAt", at.plusSeconds(30L * 86_400).toString())
                .put("inbound", 1)
                .put("outbound", 0)
                .put("revision", 0);
        json.putObject("preview")
                .put("direction", "in")
                .put("kind", "text")
                .put("text", "Guten Tag, ich habe eine Frage");
        if (number % 3 != 0) {
            json.put("waitingSince", at.toString());
        }
        if (number % 50 == 7) {
            json.put("urgent", true);
        }
        return json;
    }
}
