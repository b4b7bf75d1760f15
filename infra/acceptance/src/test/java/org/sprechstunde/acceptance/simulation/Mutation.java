package org.sprechstunde.acceptance.simulation;

/** Ways to break the protocol where its calls leave the function; the model of the protocol knows more of them. */
enum Mutation {
    NONE,
    /** A message's seen mark may be there already. */
    NO_SEEN_MARK
}
