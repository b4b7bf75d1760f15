package org.sprechstunde.whatsapp;

import java.net.URI;
import java.util.OptionalLong;

/** What WhatsApp says of a file. */
public sealed interface Lookup {

    /** It can be loaded from {@code address} for five minutes. */
    record Found(URI address, OptionalLong bytes) implements Lookup {}

    /** WhatsApp knows no such file, or does not let us have it: one answer for a dead id and a missing permission. */
    record Missing() implements Lookup {}

    /** Not now; perhaps later. */
    record Unavailable() implements Lookup {}
}
