package org.sprechstunde.store;

import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** The table takes such writes at no time, for example since an item would be too large: asking again changes nothing. */
public final class NeverStorable extends RuntimeException {
    private static final int BAD_REQUEST = 400;
    private static final long serialVersionUID = 1;

    NeverStorable(DynamoDbException cause) {
        super("the table takes no such write", cause);
    }

    /** What to throw for {@code refused}: itself where it may pass. */
    static RuntimeException unlessPassing(DynamoDbException refused) {
        return refused.statusCode() == BAD_REQUEST && !refused.isThrottlingException()
                ? new NeverStorable(refused)
                : refused;
    }
}
