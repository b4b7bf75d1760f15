package org.sprechstunde.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/** The revision of an enquiry that its reader has seen, as the page names it where it does what cannot be undone. */
public final class Revision {
    static final String NAME = "revision";

    /** The largest whole number that every reader of JSON tells from its neighbours (RFC 8259, 6). */
    private static final long LARGEST = (1L << 53) - 1;

    /** In a body; it may be missing there, for that has a problem of its own. */
    public static final BodySchema.Member MEMBER = BodySchema.optional(NAME, BodySchema.whole(0, LARGEST));

    private Revision() {}

    /** What a body that its schema allows says; empty if nothing. */
    public static OptionalLong of(JsonNode body) {
        return body.has(NAME) ? OptionalLong.of(body.path(NAME).asLong()) : OptionalLong.empty();
    }
}
