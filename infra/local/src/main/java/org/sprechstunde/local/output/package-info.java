/**
 * Keeps apart what functions, emulators and the runner itself print in one JVM.
 * {@link org.sprechstunde.local.output.RoutedOutput} decides by thread where a line goes.
 */
@NullMarked
package org.sprechstunde.local.output;

import org.jspecify.annotations.NullMarked;
