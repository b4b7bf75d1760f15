package org.sprechstunde.whatsapp.inbound;

/** Why a part of a delivery is no message for the mayor. */
public enum SkipReason {
    /** Of a field that we have not subscribed to. */
    OTHER_FIELD(false),
    /** Addressed to another number of the same account. */
    OTHER_NUMBER(false),
    /** The citizen has only opened the chat. */
    CHAT_OPENED(false),
    /** The citizen's phone has changed; the person may be the same. */
    IDENTITY_CHANGE(false),
    /** A new number or user id without the former one. */
    UNCLEAR_MOVE(true),
    /** An edit that does not say of what, or what is new. */
    UNCLEAR_EDIT(true),
    /** A revocation that does not say of what. */
    UNCLEAR_REVOCATION(true),
    /** A reaction that does not say to what. */
    UNCLEAR_REACTION(false),
    /** A notice of WhatsApp's of another kind. */
    OTHER_NOTICE(false),
    /** Without an id a message cannot be told from its own repetition. */
    NO_ID(true),
    /** A reaction, a revocation or something in a group that does not say whose. */
    NO_SENDER(true),
    /** A change in which nothing has changed. */
    EMPTY(false),
    /** An error of WhatsApp's without a number of its own. */
    UNCLEAR_PROBLEM(true),
    /** Of something that we have not sent, or not with our ids. */
    FOREIGN_STATUS(false),
    /** How far our answer to a citizen's word has come. */
    WORD_ANSWERED(false),
    /** A step of delivery that we do not know. */
    OTHER_STATUS(false);

    private final boolean loss;

    SkipReason(boolean loss) {
        this.loss = loss;
    }

    /** Whether something that a citizen did has no effect, which an admin must know. */
    public boolean isLoss() {
        return loss;
    }
}
