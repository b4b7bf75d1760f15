package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.local.LocalTown;

/**
 * Leads through the states of the mayor's page, each from the one before, so that the page is loaded once. At each it stops, and
 * whoever walks along looks at it.
 */
final class PageWalk {
    private static final String CITIZEN = "Sabine Krämer";
    private static final String WITH_PDF = "Claudia Möller";
    private static final String RESOLVED_BESIDE = "Horst Wagner";
    private static final String COLLEAGUE = "Rita Rathaus";
    private static final Pattern LOOKS_AT_AN_ENQUIRY = Pattern.compile("/api/enquiries/[0-9a-f]+\\?here=");

    /** Why nobody is at the desk, apart from what the walk itself comes to. */
    private static final List<String> REASONS = List.of(
            "leaving",
            "expired",
            "loggedOut",
            "failed",
            "notAsked",
            "notAdmitted",
            "beside",
            "done",
            "blocked",
            "unavailable");

    /** As it is for a moment, until the page asks again. */
    private static final String ERASING = """
        const receipt = document.querySelector('resolve-receipt');
        receipt.receipt = {...receipt.receipt, state: 'erasing', erasedAt: undefined, lookedAgain: {table: false, bucket: false}};
        """;

    /** The newest first, as the server tells them; what is hidden is null. */
    private static final String NUMBERS = IntStream.iterate(10, month -> month > 3, month -> month - 1)
            .mapToObj(month -> """
                {"month": "2026-%02d", "enquiries": %d, "inbound": %d, "outbound": %d, "files": null, "medianHours": 4,
                 "mostHours": null, "inWindow": 31, "ends": {"mayor": 28, "citizen": 7, "expiry": null},
                 "kinds": {"text": 34, "image": 11, "video": null, "audio": 6, "document": null, "sticker": null,
                           "location": null, "contacts": null}}
                """.formatted(month, 25 + month * 3, 60 + month * 5, 40 + month * 4))
            .collect(Collectors.joining(",", "{\"months\": [", "]}"));

    /** An empty canvas is black. */
    private static final String IS_DRAWN = """
        () => {
          const canvas = document.querySelector('.pdf-page canvas');
          const [red, green, blue] = canvas?.getContext('2d').getImageData(2, 2, 1, 1).data ?? [];
          return canvas?.checkVisibility({visibilityProperty: true}) && red + green + blue > 0;
        }
        """;

    private final LocalTown town;
    private final Page page;
    private final MayorPage colleague;
    private final Consumer<String> look;

    private PageWalk(LocalTown town, Page page, Consumer<String> look) {
        this.town = town;
        this.page = page;
        this.colleague = new MayorPage(page.context().browser().newContext().newPage());
        this.look = look;
    }

    /** Through all states of the page, of a town that is filled with the demonstration's enquiries. */
    static void through(LocalTown town, Page page, Consumer<String> look) {
        var walk = new PageWalk(town, page, look);
        walk.door();
        walk.list();
        walk.conversation();
        walk.colleagues();
        walk.writing();
        walk.dialogs();
        walk.trouble();
        walk.pdf();
        walk.gone();
        walk.ending();
        walk.doors();
    }

    private void door() {
        look.accept("door");
        page.getByText("Barrierefreiheit").click();
        assertThat(page.locator(".statement")).isVisible();
        look.accept("statement");
        page.getByText("Zur Sprechstunde").click();
    }

    private void list() {
        colleague.page().navigate(town.page().toString());
        colleague.logInAs(COLLEAGUE);
        page.context().addInitScript(AnsweringTest.TRANSLATOR);
        new MayorPage(page).logIn();
        assertThat(page.getByTestId("enquiry")).not().hasCount(0);
        look.accept("list");
        page.getByTestId("filter-urgent").click();
        look.accept("list-filtered");
        page.getByTestId("filter-urgent").click();
        page.getByTestId("search").fill("was niemand schreibt");
        look.accept("list-nothing-found");
        page.getByTestId("search").fill("");
    }

    private void conversation() {
        open(CITIZEN);
        assertThat(page.locator(".picture canvas").first()).isVisible();
        assertThat(page.getByTestId("hand-over")).isVisible();
        look.accept("conversation");
        page.locator(".picture").first().click();
        look.accept("viewer");
        page.keyboard().press("Escape");
        page.getByTestId("react").first().click();
        look.accept("reactions");
        page.keyboard().press("Escape");
        page.getByTestId("postpone").click();
        look.accept("postpone");
        page.getByTestId("postpone").click();
        page.getByTestId("translate").click();
        assertThat(page.getByTestId("translated").first()).isVisible();
        look.accept("translated");
        page.getByTestId("translate").click();
    }

    private void colleagues() {
        colleague.openEnquiryOf(CITIZEN);
        assertThat(page.getByTestId("presence")).containsText(COLLEAGUE);
        look.accept("colleagues");
        page.getByTestId("write-note").click();
        page.locator("#note").fill("Der Bauhof weiß Bescheid.");
        look.accept("note");
        page.getByTestId("drop-note").click();
    }

    private void writing() {
        page.getByTestId("quote").first().click();
        page.getByTestId("reply-text").fill("Der Bauhof kommt morgen früh und schließt das Schlagloch.");
        look.accept("writing");
        page.getByTestId("attach-file").setInputFiles(new FilePayload[] {
            new FilePayload("Lageplan.png", "image/png", TestPicture.jpeg()),
            new FilePayload("Tabelle.ods", "application/octet-stream", new byte[] {'P', 'K'})
        });
        assertThat(page.getByTestId("attachment")).isVisible();
        look.accept("attachment");
        page.getByTestId("attachment").locator("button").click();
        page.getByTestId("canned").click();
        look.accept("canned");
        page.getByTestId("canned-edit").click();
        assertThat(page.getByTestId("canned-item")).not().hasCount(0);
        look.accept("canned-editor");
        page.keyboard().press("Escape");
    }

    private void dialogs() {
        page.getByTestId("record").click();
        look.accept("record");
        page.keyboard().press("Escape");
        page.getByTestId("resolve").click();
        look.accept("resolve");
        page.keyboard().press("Escape");
        page.getByTestId("settings").click();
        look.accept("settings");
        page.getByTestId("numbers").click();
        assertThat(page.getByTestId("no-numbers")).isVisible();
        look.accept("numbers");
        page.keyboard().press("Escape");
        numbersOfAYear();
        page.evaluate("document.querySelector('mayors-page').warn(42000)");
        look.accept("lock-warning");
        page.evaluate("document.querySelector('mayors-page').calm()");
        page.evaluate("dispatchEvent(new Event('blur'))");
        assertThat(page.locator("#cover")).isVisible();
        look.accept("cover");
        page.evaluate("dispatchEvent(new Event('focus'))");
        assertThat(page.locator("#cover")).isHidden();
    }

    /** As a town has them that has been at it for some months; of one that has just begun there are none. */
    private void numbersOfAYear() {
        page.route("**/api/numbers", route -> route.fulfill(new Route.FulfillOptions().setBody(NUMBERS)));
        page.getByTestId("settings").click();
        page.getByTestId("numbers").click();
        assertThat(page.getByTestId("numbers-table")).isVisible();
        look.accept("numbers-table");
        page.keyboard().press("Escape");
        page.unroute("**/api/numbers");
    }

    private void trouble() {
        answered();
        town.meta().faults().add(Fault.forever(FaultPoint.MESSAGES, FaultKind.TOKEN_EXPIRED));
        page.getByTestId("reply-send").click();
        says("ist nicht angekommen");
        look.accept("refused");
        town.meta().faults().clear();
        page.context().setOffline(true);
        assertThat(page.getByTestId("offline")).isVisible();
        look.accept("offline");
        page.context().setOffline(false);
        assertThat(page.getByTestId("offline")).hasCount(0);
        closedWindow().click();
        assertThat(page.getByTestId("templates")).isVisible();
        page.locator(".offer__title").first().click();
        look.accept("window-closed");
    }

    /** The colleague was faster, and this page has not seen it yet. */
    private void answered() {
        page.route(LOOKS_AT_AN_ENQUIRY, route -> route.abort());
        colleague.page().getByTestId("reply-text").fill("Der Bauhof kommt heute.");
        colleague.page().getByTestId("reply-send").click();
        assertThat(colleague.page().getByTestId("reply-text")).hasValue("");
        page.getByTestId("reply-send").click();
        says("hat jemand anderes geantwortet");
        page.unrouteAll();
        says(COLLEAGUE);
        look.accept("answered");
    }

    private void says(String words) {
        assertThat(page.locator(".reply [role=alert]")).containsText(words);
    }

    private void pdf() {
        open(WITH_PDF);
        page.locator("message-file button").last().click();
        page.waitForFunction(IS_DRAWN);
        look.accept("pdf");
        // In a window of another size its canvas is made anew.
        page.setViewportSize(500, 800);
        page.evaluate("document.querySelector('pdf-pages').requestUpdate()");
        page.waitForFunction(IS_DRAWN);
        Look.USUAL.at(page);
        page.keyboard().press("Escape");
    }

    private void gone() {
        open(RESOLVED_BESIDE);
        colleague.openEnquiryOf(RESOLVED_BESIDE);
        colleague.resolve();
        assertThat(page.getByTestId("gone-why")).isVisible();
        look.accept("gone");
    }

    private void ending() {
        open(CITIZEN);
        page.getByTestId("resolve").click();
        page.getByTestId("resolve-confirm").click();
        assertThat(page.getByTestId("receipt")).hasAttribute("data-state", "erased");
        look.accept("receipt");
        page.evaluate(ERASING);
        look.accept("erasing");
        page.goBack();
        page.goBack();
        assertThat(page.getByTestId("stay")).isVisible();
        look.accept("leaving");
        page.getByTestId("stay").click();
        page.evaluate("document.querySelector('mayors-page').close('locked')");
        assertThat(page.getByTestId("login")).isVisible();
        look.accept("locked");
    }

    private void doors() {
        for (String reason : REASONS) {
            page.evaluate("reason => document.querySelector('mayors-page').reason = reason", reason);
            look.accept("door-" + reason);
        }
    }

    private Locator closedWindow() {
        return page.getByTestId("enquiry")
                .filter(new Locator.FilterOptions().setHasText("WhatsApp-Frist vorbei"))
                .first();
    }

    private void open(String name) {
        page.getByTestId("enquiry")
                .filter(new Locator.FilterOptions().setHasText(name))
                .click();
        assertThat(page.getByTestId("message")).not().hasCount(0);
    }
}
