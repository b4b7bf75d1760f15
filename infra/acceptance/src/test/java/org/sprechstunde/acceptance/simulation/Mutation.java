package org.sprechstunde.acceptance.simulation;

/** Ways to break the protocol, each at the place where its call leaves the function. */
enum Mutation {
    NONE,
    /** A message's seen mark may be there already. */
    NO_SEEN_MARK,
    /** A citizen's item is changed and deleted whatever enquiry it holds. */
    NO_ENQUIRY_CONDITION,
    /** The forget task goes with the first pass. */
    FORGET_TASK_TOO_EARLY,
    /** Resolving deletes the objects first and the key afterwards. */
    OBJECTS_BEFORE_KEY,
    /** What DynamoDB left unprocessed is taken for done. */
    UNPROCESSED_IGNORED,
    /** The list trusts the index and does not look into the table. */
    INDEX_ALONE
}
