package org.sprechstunde.acceptance.hunt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.condition.DisabledIf;
import org.sprechstunde.acceptance.browser.DrivenBrowser;
import org.sprechstunde.acceptance.browser.WebKit;
import org.sprechstunde.acceptance.hunt.LeakyPage.Corner;

/** In the engine of Safari, as Debian has it. */
@DisabledIf(value = "org.sprechstunde.acceptance.browser.WebKit#isMissing", disabledReason = "there is no WebKit")
final class WebKitTest extends OtherBrowserTest {
    @Override
    DrivenBrowser start(Path folder) throws IOException {
        return WebKit.start(folder);
    }

    /** The engine keeps no history; that is what browsers make of it. */
    @Override
    Set<Corner> corners() {
        return EnumSet.complementOf(EnumSet.of(Corner.ADDRESS, Corner.TITLE));
    }
}
