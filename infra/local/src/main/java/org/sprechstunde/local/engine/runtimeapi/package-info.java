/**
 * Lambda's Runtime API in small: a JVM asks for the next event and posts what became of it.
 * {@link org.sprechstunde.local.engine.runtimeapi.LambdaRuntime} keeps one such JVM for one function.
 */
@NullMarked
package org.sprechstunde.local.engine.runtimeapi;

import org.jspecify.annotations.NullMarked;
