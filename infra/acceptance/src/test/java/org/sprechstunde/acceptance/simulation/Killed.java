package org.sprechstunde.acceptance.simulation;

/** The end of a function in the midst of its work; nothing that catches exceptions survives it. */
final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed() {
        super("killed", null, false, false);
    }
}
