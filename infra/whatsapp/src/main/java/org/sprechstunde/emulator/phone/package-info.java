/**
 * The citizen's side: {@code Phones} sends what citizens write, {@code PhoneApi} and {@code TestApi} offer that over
 * HTTP, {@code PhonePage} is the chat in a browser.
 */
@NullMarked
package org.sprechstunde.emulator.phone;

import org.jspecify.annotations.NullMarked;
