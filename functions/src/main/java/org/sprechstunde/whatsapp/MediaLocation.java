package org.sprechstunde.whatsapp;

import java.net.URI;
import java.util.OptionalLong;

/** What WhatsApp says of a file. */
public sealed interface MediaLocation {

    /** It can be loaded from {@code address} for five minutes. */
    record Found(URI address, OptionalLong bytes) implements MediaLocation {}

    /** WhatsApp knows no such file, or does not let us have it: one answer for a dead id and a missing permission. */
    record Missing(OptionalLong code) implements MediaLocation {}

    /** Not now; perhaps later. {@code code} is WhatsApp's, or the HTTP status where it gave none; absent without an answer. */
    record Unavailable(OptionalLong code) implements MediaLocation {}
}
