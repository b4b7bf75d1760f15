package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.platform.Json;

/** Two enquiries that turn out to be one person's: the page says so, leads from one to the other, and ends them in order. */
@InChromium
final class LinkedTest {
    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser();

    @Test
    @Tag("full")
    void oneLeadsToTheOtherAndTheEarlierGoesFirst() throws InterruptedException {
        Citizen paula = STAGE.town().meta().citizens().withPhone("Paula Doppelt");
        String phone = paula.phone().orElseThrow();
        deliver(member("user_id", paula.bsuid()), member("from_user_id", paula.bsuid()), "Kennung");
        deliver(member("wa_id", phone), member("from", phone), "Nummer");
        deliver(
                member("user_id", paula.bsuid()) + "," + member("wa_id", phone),
                member("from_user_id", paula.bsuid()) + "," + member("from", phone),
                "Beides");
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        mayorPage.logIn();
        Page page = mayorPage.page();
        page.getByTestId("enquiry").filter(having("Beides")).click();
        assertThat(page.getByTestId("linked")).containsText("noch ein Anliegen offen");

        page.getByTestId("resolve").click();
        page.getByTestId("resolve-confirm").click();
        assertThat(page.getByTestId("conversation")).containsText("schließen Sie es zuerst ab");
        assertThat(page.getByTestId("receipt")).hasCount(0);

        page.getByTestId("linked").getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByTestId("conversation")).containsText("Nummer");
        mayorPage.resolve();
        assertThat(page.getByTestId("receipt")).hasAttribute("data-state", "erased");

        page.getByTestId("enquiry").filter(having("Beides")).click();
        assertThat(page.getByTestId("conversation")).containsText("Kennung");
        assertThat(page.getByTestId("linked")).hasCount(0);
        mayorPage.resolve();
        assertThat(page.getByTestId("receipt")).hasAttribute("data-state", "erased");
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static String member(String name, String value) {
        return "\"" + name + "\": \"" + value + "\"";
    }

    private static void deliver(String contact, String sender, String text) throws InterruptedException {
        String delivery = """
            {"object": "whatsapp_business_account", "entry": [{"id": "100000000000002", "changes": [{"field": "messages",
             "value": {"messaging_product": "whatsapp", "metadata": {"phone_number_id": "100000000000001"},
              "contacts": [{%1$s, "profile": {"name": "Paula Doppelt"}}],
              "messages": [{%2$s, "id": "wamid.%3$s", "type": "text", "text": {"body": "%3$s"}}]}}]}]}
            """.formatted(contact, sender, text);
        STAGE.town().meta().deliver((ObjectNode) Json.read(delivery.getBytes(StandardCharsets.UTF_8)));
        STAGE.town().meta().awaitDelivered(Duration.ofSeconds(30));
    }
}
