package org.sprechstunde.acceptance.town;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** On a test class that needs a running town; while it runs, no other class uses the same town. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(Towns.class)
@ResourceLock(providers = Towns.class)
@interface InTown {}
