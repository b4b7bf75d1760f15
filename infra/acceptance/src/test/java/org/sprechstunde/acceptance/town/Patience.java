package org.sprechstunde.acceptance.town;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** How long tests wait for what comes by itself: the page looks every five seconds, and a busy machine takes its time. */
public final class Patience implements BeforeAllCallback {
    public static final Duration TIME = Duration.ofMinutes(1);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(TIME);
        PlaywrightAssertions.setDefaultAssertionTimeout((double) TIME.toMillis());
    }
}
