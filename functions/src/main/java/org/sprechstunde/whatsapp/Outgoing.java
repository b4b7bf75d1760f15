package org.sprechstunde.whatsapp;

/** What the town says to a citizen. */
public sealed interface Outgoing {

    /** Words, up to 4,096 characters; addresses in them are not looked up. */
    record Text(String body) implements Outgoing {}
}
