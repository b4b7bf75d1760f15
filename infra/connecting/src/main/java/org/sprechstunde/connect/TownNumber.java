package org.sprechstunde.connect;

/**
 * The town's number as Meta has it.
 *
 * @param live on WhatsApp's network; a new number is not until it is registered
 */
record TownNumber(String id, String display, String name, boolean live) {}
