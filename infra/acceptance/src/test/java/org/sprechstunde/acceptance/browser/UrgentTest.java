package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.platform.Json;

/** What may be an emergency says so in words, in any colours; what nobody can answer says that. */
@InChromium
final class UrgentTest {
    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser();

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    @Tag("full")
    void theListAndTheConversationSaySo(ColorScheme colours) throws InterruptedException {
        String name = "Gefahr " + colours;
        Citizen citizen = STAGE.town().meta().citizens().withPhone(name);
        STAGE.town().meta().sendText(citizen, "Es brennt im Keller!");
        STAGE.town().meta().sendText(STAGE.town().meta().citizens().withPhone("Ruhe " + colours), "Guten Tag");
        deliverOfNobody(colours);
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), colours);
        mayorPage.logIn();
        Page page = mayorPage.page();

        assertThat(entry(page, name)).containsText("Möglicher Notfall");
        assertThat(entry(page, "Ruhe " + colours)).not().containsText("Notfall");
        mayorPage.openEnquiryOf(name);
        assertThat(page.getByTestId("conversation")).containsText("Möglicher Notfall");
        Accessibility.check(page);

        page.setViewportSize(1280, 800);
        entry(page, "Niemand " + colours).click();
        assertThat(page.getByTestId("conversation")).containsText("Absender unbekannt");
        assertThat(page.getByTestId("conversation")).containsText("lässt sich nicht beantworten");
        assertThat(page.locator("textarea")).hasCount(0);
        Accessibility.check(page);
    }

    private static Locator entry(Page page, String name) {
        return page.getByTestId("enquiry").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void deliverOfNobody(ColorScheme colours) throws InterruptedException {
        String delivery = """
            {"object": "whatsapp_business_account", "entry": [{"id": "100000000000002", "changes": [{"field": "messages",
             "value": {"messaging_product": "whatsapp", "metadata": {"phone_number_id": "100000000000001"},
              "contacts": [{"profile": {"name": "Niemand %1$s"}}],
              "messages": [{"id": "wamid.nobody.%1$s", "type": "contacts", "contacts": [
               {"name": {"formatted_name": "Bauhof"}, "org": {"company": "Stadt", "department": "Tiefbau"},
                "addresses": [{"street": "Ring 1", "city": "Heringen"}], "urls": [{"url": "https://x.example"}]}]}]}}]}]}
            """.formatted(colours);
        STAGE.town().meta().deliver((ObjectNode) Json.read(delivery.getBytes(StandardCharsets.UTF_8)));
        STAGE.town().meta().awaitDelivered(Duration.ofSeconds(30));
    }
}
