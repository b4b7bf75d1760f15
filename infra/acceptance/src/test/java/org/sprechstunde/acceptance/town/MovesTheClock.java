package org.sprechstunde.acceptance.town;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a test class that moves the town's clock, and does not mind that others have moved it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface MovesTheClock {}
