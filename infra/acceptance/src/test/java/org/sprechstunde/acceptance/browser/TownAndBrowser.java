package org.sprechstunde.acceptance.browser;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.sprechstunde.local.LocalTown;
import org.sprechstunde.local.Options;

/** A town and a browser for all tests of a class. */
final class TownAndBrowser implements BeforeAllCallback, AfterAllCallback {
    private final Options options;
    private @Nullable LocalTown town;
    private @Nullable Chromium chromium;

    TownAndBrowser() {
        this(Options.forTest());
    }

    TownAndBrowser(Options options) {
        this.options = options;
    }

    LocalTown town() {
        return Objects.requireNonNull(town);
    }

    Chromium chromium() {
        return Objects.requireNonNull(chromium);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        town = LocalTown.start(options);
        chromium = Chromium.start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        chromium().close();
        town().close();
    }
}
