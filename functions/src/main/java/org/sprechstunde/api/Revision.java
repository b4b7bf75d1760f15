package org.sprechstunde.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/** The revision of an enquiry that its reader has seen, as the page names it where it does what cannot be undone. */
public final class Revision {
    public static final String NAME = "revision";

    private Revision() {}

    /** What {@code body} names; empty if that is no whole number from 0 on. */
    public static OptionalLong read(JsonNode body) {
        JsonNode revision = body.path(NAME);
        boolean understood = revision.isIntegralNumber() && revision.canConvertToLong() && revision.asLong() >= 0;
        return understood ? OptionalLong.of(revision.asLong()) : OptionalLong.empty();
    }
}
