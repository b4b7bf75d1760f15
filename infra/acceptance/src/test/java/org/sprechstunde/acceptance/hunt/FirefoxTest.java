package org.sprechstunde.acceptance.hunt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.condition.DisabledIf;
import org.sprechstunde.acceptance.browser.DrivenBrowser;
import org.sprechstunde.acceptance.browser.Firefox;
import org.sprechstunde.acceptance.hunt.LeakyPage.Corner;

/** In Debian's Firefox. */
@DisabledIf(value = "org.sprechstunde.acceptance.browser.Firefox#isMissing", disabledReason = "there is no Firefox")
final class FirefoxTest extends OtherBrowserTest {
    @Override
    DrivenBrowser start(Path folder) throws IOException {
        return Firefox.start(folder);
    }

    @Override
    Set<Corner> corners() {
        return EnumSet.allOf(Corner.class);
    }
}
