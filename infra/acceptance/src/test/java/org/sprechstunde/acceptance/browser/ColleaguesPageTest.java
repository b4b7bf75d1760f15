package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.emulator.chat.Citizen;

/** Three people at three desks, without a word between them. */
@InChromium
final class ColleaguesPageTest {
    private static final long FIVE_SECONDS = 5_000;
    private static final Pattern HERE = Pattern.compile("/api/enquiries/[0-9a-f]+\\?here=");
    private static final Pattern WRITING = Pattern.compile("/api/enquiries/[0-9a-f]+\\?here=writing");

    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser();

    @Test
    @Tag("full")
    void threePeopleHelpEachOtherAndNobodyRunsIntoAnybody() {
        writes("Lotte Laterne");
        MayorPage anna = at("Anna Amtmann");
        MayorPage bernd = at("Bernd Bauer");
        MayorPage cem = at("Cem Can");
        List.of(anna, bernd, cem).forEach(each -> each.openEnquiryOf("Lotte Laterne"));

        assertThat(presence(anna)).containsText("Bernd Bauer liest gerade", within(15));
        assertThat(presence(anna)).containsText("Cem Can liest gerade", within(15));
        anna.page().getByTestId("reply-text").fill("Der Bauhof kommt");
        assertThat(presence(bernd)).containsText("Anna Amtmann schreibt", within(15));

        // Whoever resolves while somebody writes is asked.
        cem.page().getByTestId("resolve").click();
        assertThat(cem.page().getByTestId("resolve-warnings")).containsText("Anna Amtmann schreibt gerade");
        cem.page().getByTestId("resolve-cancel").click();

        note(cem, "Der Bauhof weiß Bescheid.");
        assertThat(bernd.page().getByTestId("note")).containsText("Der Bauhof weiß Bescheid.", within(15));
        assertThat(bernd.page().getByTestId("note")).containsText("Cem Can");

        bernd.page().getByTestId("reply-text").fill("Wir sehen nach.");
        anna.page().getByTestId("reply-text").fill("Der Bauhof kommt heute.");
        bernd.page().route(HERE, route -> route.abort());
        anna.page().getByTestId("reply-send").click();
        assertThat(messages(anna)).hasCount(2);
        bernd.page().getByTestId("reply-send").click();
        Locator stopped = bernd.page().locator(".reply [role=alert]");
        assertThat(stopped).containsText("Inzwischen hat jemand anderes geantwortet");
        bernd.page().unrouteAll();
        assertThat(stopped).containsText("Anna Amtmann: „Der Bauhof kommt heute.“", within(15));
        assertThat(bernd.page().getByTestId("reply-text")).hasValue("Wir sehen nach.");
        assertThat(messages(bernd).last()).containsText("Anna Amtmann");
        bernd.page().getByTestId("reply-send").click();
        assertThat(messages(bernd)).hasCount(3);
        assertThat(messages(anna).last()).containsText("Bernd Bauer", within(15));
        assertThat(messages(anna)).hasCount(3);

        anna.page().getByTestId("hand-over").selectOption(new SelectOption().setLabel("Cem Can"));
        Locator entry =
                cem.page().getByTestId("enquiry").filter(new Locator.FilterOptions().setHasText("Lotte Laterne"));
        assertThat(entry).containsText("für mich", within(15));
        assertThat(isFor(bernd)).hasText("Cem Can");
        bernd.page().route("**/assignment", route -> route.abort());
        bernd.page().getByTestId("hand-over").selectOption(new SelectOption().setLabel("Anna Amtmann"));
        assertThat(bernd.page().locator("hand-over [role=alert]")).isVisible();
        assertThat(isFor(bernd)).hasText("Cem Can");
        bernd.page().unrouteAll();
        cem.page().getByTestId("filter-mine").click();
        assertThat(cem.page().getByTestId("enquiry")).hasCount(1);
        Accessibility.check(anna.page());

        cem.resolve();
        assertThat(bernd.page().getByTestId("gone-why"))
                .containsText("Cem Can hat das Anliegen abgeschlossen", within(15));
        assertThat(bernd.page().locator("body")).not().containsText("Bauhof");
    }

    /** By clocks that stand still until they are moved, so that no busy computer makes it longer or shorter. */
    @Test
    @Tag("full")
    void whoReadsAndWhoWritesIsSeenAfterFiveSeconds() {
        writes("Frieda Frist");
        MayorPage bernd = atAClock("Bernd Bauer");
        bernd.openEnquiryOf("Frieda Frist");
        MayorPage anna = atAClock("Anna Amtmann");
        stop(bernd);

        anna.page().waitForResponse(HERE, () -> anna.openEnquiryOf("Frieda Frist"));
        assertThat(presence(bernd)).not().containsText("Anna Amtmann");
        bernd.page().clock().runFor(FIVE_SECONDS);
        assertThat(presence(bernd)).containsText("Anna Amtmann liest gerade");

        stop(anna);
        anna.page()
                .waitForResponse(
                        WRITING, () -> anna.page().getByTestId("reply-text").fill("Der Bauhof kommt"));
        assertThat(presence(bernd)).not().containsText("schreibt");
        bernd.page().clock().runFor(FIVE_SECONDS);
        assertThat(presence(bernd)).containsText("Anna Amtmann schreibt");
    }

    /** At a desk whose clock can be stopped. */
    private static MayorPage atAClock(String name) {
        MayorPage page = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        page.page().clock().install();
        page.logInAs(name);
        return page;
    }

    private static void stop(MayorPage mayorPage) {
        Page page = mayorPage.page();
        page.clock().pauseAt(((Number) page.evaluate("Date.now()")).longValue() + 1_000);
    }

    private static MayorPage at(String name) {
        MayorPage page = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        page.logInAs(name);
        return page;
    }

    private static void writes(String name) {
        Citizen citizen = STAGE.town().meta().citizens().withPhone(name);
        STAGE.town().meta().sendText(citizen, "Die Laterne ist aus.");
    }

    private static void note(MayorPage mayorPage, String words) {
        Page page = mayorPage.page();
        page.getByTestId("write-note").click();
        assertThat(page.locator("#note")).isFocused();
        page.locator("#note").fill(words);
        page.locator("#note").press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("write-note")).isFocused();
    }

    private static Locator presence(MayorPage mayorPage) {
        return mayorPage.page().getByTestId("presence");
    }

    /** Whom the enquiry is for, as that desk shows it. */
    private static Locator isFor(MayorPage mayorPage) {
        return mayorPage.page().locator("#hand-over option:checked");
    }

    private static Locator messages(MayorPage mayorPage) {
        return mayorPage.page().getByTestId("message");
    }

    private static LocatorAssertions.ContainsTextOptions within(int seconds) {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(seconds * 1000.0);
    }
}
