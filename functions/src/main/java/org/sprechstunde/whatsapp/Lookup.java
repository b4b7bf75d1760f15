package org.sprechstunde.whatsapp;

import java.net.URI;
import java.util.OptionalLong;

/** What WhatsApp says of a file. */
public sealed interface Lookup {

    /** It can be loaded from {@code address} for five minutes. */
    record Found(URI address, OptionalLong bytes) implements Lookup {}

    /** The id has died; the file cannot be had any more. */
    record Gone() implements Lookup {}

    /** Not now; perhaps later. */
    record Unavailable() implements Lookup {}
}
