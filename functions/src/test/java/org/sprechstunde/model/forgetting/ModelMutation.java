package org.sprechstunde.model.forgetting;

/** A mistake in the protocol. Each must be found, or the model is too weak to prove anything. */
enum ModelMutation {
    NONE(""),
    NO_SEEN_MARK("no message is stored twice"),
    SEEN_MARK_OF_THE_ENVELOPE("no message is stored twice"),
    NO_CONDITION_ON_THE_ENQUIRY_WHEN_STORING("no message is stored where no key can open it"),
    NO_CONDITION_ON_THE_ENQUIRY_WHEN_RESOLVING("an enquiry's key is lost only with a forget task"),
    NO_CONDITION_ON_THE_ENQUIRY_WHEN_EXPIRING("an enquiry's key is lost only with a forget task"),
    NO_CONDITION_ON_THE_MESSAGE_WHEN_UPLOADED("a pass leaves no item behind"),
    MESSAGES_ERASED_UNREAD("no message is erased unread"),
    OBJECTS_BEFORE_THE_KEY("a stored file of an open enquiry is in the bucket"),
    GOODBYE_BEFORE_THE_KEY("the citizen is told only what is true"),
    UNPROCESSED_ITEMS_IGNORED("a pass leaves no item behind"),
    RECEIPT_WITHOUT_A_SECOND_LOOK("a receipt says erased only of what was seen empty"),
    NO_FORGET_TASK("what has no key has a task that erases it"),
    FORGET_TASK_REMOVED_BEFORE_THE_SECOND_PASS("what has no key has a task that erases it"),
    SECOND_PASS_WHILE_UPLOADS_LAST("what has no key has a task that erases it"),
    WORKLIST_READ_FROM_THE_INDEX_ALONE("the inbox shows nothing forgotten");

    private final String breaks;

    ModelMutation(String breaks) {
        this.breaks = breaks;
    }

    /** The promise that it breaks. */
    String breaks() {
        return breaks;
    }
}
