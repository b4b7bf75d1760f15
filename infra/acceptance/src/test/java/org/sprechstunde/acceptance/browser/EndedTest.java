package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.emulator.chat.Citizen;

/** An enquiry that ends while it is open on the desk ends calmly, and an erasure is followed to its end. */
@InChromium
final class EndedTest {
    private static final String RESOLVE = "**/resolve";
    private static final String STILL_ERASING = """
        {"enquiry": "0123456789abcdef0123456789abcdef", "state": "erasing",
         "unreadableSince": "2026-11-24T09:41:00Z", "messages": 1500, "media": 1200, "bytes": 734003200,
         "lookedAgain": {"table": false, "bucket": false},
         "whatsapp": {"farewell": "unknown", "contactBook": "unknown", "media": "unknown"}}
        """;

    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser();

    @Test
    void anEnquiryThatIsErasedElsewhereLeavesACalmSentenceAndNoName() {
        Citizen citizen = STAGE.town().meta().citizens().withPhone("Ida Weg");
        MayorPage mayorPage = open(citizen);
        mayorPage.page().getByTestId("reply-text").fill("Liebe Frau Weg");

        eraseElsewhere();

        assertThat(mayorPage.page().getByTestId("gone")).containsText("Ihre begonnene Antwort wurde nicht gesendet");
        assertThat(mayorPage.page().locator("[role=alert]")).hasCount(0);
        assertThat(mayorPage.page().getByTestId("enquiry")).hasCount(0);
        assertThat(mayorPage.page().content())
                .doesNotContain("Weg", citizen.phone().orElseThrow());
    }

    @Test
    @Tag("full")
    void anErasureIsFollowedUntilItIsDone() {
        MayorPage mayorPage = open(STAGE.town().meta().citizens().withPhone("Lina Lang"));
        mayorPage.page().route(RESOLVE, route -> route.fulfill(new Route.FulfillOptions().setBody(STILL_ERASING)));

        mayorPage.resolve();
        assertThat(mayorPage.page().getByTestId("receipt")).containsText("Unlesbar seit 10:41 Uhr, wird gelöscht");
        mayorPage.page().unroute(RESOLVE);
        // The real server has never heard of that enquiry, as if it had forgotten the erasure by now.
        assertThat(mayorPage.page().getByTestId("receipt")).hasAttribute("data-state", "erased");

        eraseElsewhere();
    }

    /** A desk at which the citizen's enquiry is open, the only one. */
    private static MayorPage open(Citizen citizen) {
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        mayorPage.logIn();
        STAGE.town().meta().sendText(citizen, "Guten Tag");
        mayorPage.openEnquiry();
        return mayorPage;
    }

    /** As the citizen could, or the clock, or the mayor at another desk. */
    private static void eraseElsewhere() {
        MayorPage other = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.DARK);
        other.logIn();
        other.openEnquiry();
        other.resolve();
        assertThat(other.page().getByTestId("receipt")).hasAttribute("data-state", "erased");
        other.page().context().close();
    }
}
