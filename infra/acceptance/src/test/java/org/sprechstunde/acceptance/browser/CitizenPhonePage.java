package org.sprechstunde.acceptance.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A citizen's phone in a browser of its own. */
record CitizenPhonePage(Page page) {
    /** With a chat of a citizen of that name, who has not been there before. */
    static CitizenPhonePage of(String name, TownAndBrowser townAndBrowser) {
        Page page = townAndBrowser.chromium().browser().newContext().newPage();
        page.setViewportSize(900, 900);
        page.navigate(townAndBrowser.town().phone().toString());
        page.getByTestId("citizen-name").fill(name);
        page.getByTestId("citizen-create").click();
        return new CitizenPhonePage(page);
    }

    void write(String text) {
        page.getByTestId("compose").fill(text);
        page.getByTestId("send").click();
        bubble(text).waitFor();
    }

    /** The message with these words, whoever wrote it. */
    Locator bubble(String words) {
        return page.getByTestId("bubble")
                .filter(new Locator.FilterOptions().setHasText(words))
                .last();
    }

    /** The file behind the last picture of the chat. */
    byte[] lastPicture() {
        Locator picture = page.getByTestId("bubble").locator("img").last();
        String address = (String) picture.evaluate("picture => picture.src");
        return page.request().get(address).body();
    }
}
