package org.sprechstunde.acceptance.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIf;

/** On a test class that needs a real browser; without one it is skipped, loudly. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@DisabledIf(value = "org.sprechstunde.acceptance.browser.Chromium#isMissing", disabledReason = "there is no Chromium")
@interface InChromium {}
