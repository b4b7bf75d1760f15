package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);

    private final LocalTown town;
    private final Page page;
    private final Consumer<String> look;

    private PageWalk(LocalTown town, Page page, Consumer<String> look) {
        this.town = town;
        this.page = page;
        this.look = look;
    }

    /** Through all states of the page, of a town that is filled with the demonstration's enquiries. */
    static void through(LocalTown town, Page page, Consumer<String> look) {
        var walk = new PageWalk(town, page, look);
        walk.door();
        walk.list();
        walk.conversation();
        walk.writing();
        walk.dialogs();
        walk.trouble();
        walk.ending();
    }

    private void door() {
        look.accept("door");
        page.getByText("Barrierefreiheit").click();
        assertThat(page.locator(".statement")).isVisible();
        look.accept("statement");
        page.getByText("Zur Sprechstunde").click();
    }

    private void list() {
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
        assertThat(page.locator(".picture canvas").first()).isVisible(PATIENTLY);
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
        page.keyboard().press("Escape");
        page.evaluate("document.querySelector('mayors-page').warn(42000)");
        look.accept("lock-warning");
        page.evaluate("document.querySelector('mayors-page').calm()");
    }

    private void trouble() {
        town.meta().faults().add(Fault.forever(FaultPoint.MESSAGES, FaultKind.TOKEN_EXPIRED));
        page.getByTestId("reply-send").click();
        assertThat(page.locator(".reply [role=alert]")).isVisible(PATIENTLY);
        look.accept("refused");
        town.meta().faults().clear();
        page.context().setOffline(true);
        assertThat(page.getByTestId("offline")).isVisible(PATIENTLY);
        look.accept("offline");
        page.context().setOffline(false);
        assertThat(page.getByTestId("offline")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
        closedWindow().ifPresent(entry -> {
            entry.click();
            assertThat(page.getByTestId("templates")).isVisible(PATIENTLY);
            page.locator(".offer__title").first().click();
            look.accept("window-closed");
        });
    }

    private void ending() {
        open(CITIZEN);
        page.getByTestId("resolve").click();
        page.getByTestId("resolve-confirm").click();
        assertThat(page.getByTestId("receipt"))
                .hasAttribute("data-state", "erased", new LocatorAssertions.HasAttributeOptions().setTimeout(20_000));
        look.accept("receipt");
        page.goBack();
        page.goBack();
        assertThat(page.getByTestId("stay")).isVisible();
        look.accept("leaving");
        page.getByTestId("stay").click();
        page.evaluate("document.querySelector('mayors-page').close('locked')");
        assertThat(page.getByTestId("login")).isVisible();
        look.accept("locked");
    }

    private Optional<Locator> closedWindow() {
        List<Locator> closed = page.getByTestId("enquiry")
                .filter(new Locator.FilterOptions().setHasText("WhatsApp-Frist vorbei"))
                .all();
        return closed.stream().findFirst();
    }

    private void open(String name) {
        page.getByTestId("enquiry")
                .filter(new Locator.FilterOptions().setHasText(name))
                .click();
        assertThat(page.getByTestId("message")).not().hasCount(0);
    }
}
