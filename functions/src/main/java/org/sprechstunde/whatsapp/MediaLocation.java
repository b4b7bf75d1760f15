package org.sprechstunde.whatsapp;

import java.net.URI;
import java.util.OptionalLong;

/** What WhatsApp says of a file. */
public sealed interface MediaLocation {

    /** It can be loaded from {@code address} for five minutes. */
    record Found(URI address, OptionalLong bytes) implements MediaLocation {}

    /** WhatsApp knows no such file, or does not let us have it: one answer for a dead id and a missing permission. */
    record Missing() implements MediaLocation {}

    /** Not now; perhaps later. */
    record Unavailable() implements MediaLocation {}
}
