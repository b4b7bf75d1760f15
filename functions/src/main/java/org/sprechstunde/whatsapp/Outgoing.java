package org.sprechstunde.whatsapp;

/** What the town says to a citizen. */
public sealed interface Outgoing {

    /** Words, up to 4,096 characters; addresses in them are not looked up. */
    record Text(String body) implements Outgoing {}

    /**
     * An emoji on a message of the citizen, in the place of any earlier one.
     *
     * @param to WhatsApp's id of the message
     * @param emoji empty to take it back
     */
    record Reaction(String to, String emoji) implements Outgoing {}
}
