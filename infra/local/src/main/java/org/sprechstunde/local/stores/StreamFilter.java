package org.sprechstunde.local.stores;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import software.amazon.event.ruler.Machine;

/** Lambda's event filtering by AWS's own matcher: a record passes if one pattern fits, or if there is none. */
public final class StreamFilter {
    private final boolean everything;
    private final Machine patterns = Machine.builder().build();

    /**
     * Reads the patterns, JSON objects as the template has them.
     *
     * @throws IllegalArgumentException if one is no pattern
     */
    public StreamFilter(List<String> patterns) {
        everything = patterns.isEmpty();
        patterns.forEach(this::add);
    }

    private void add(String pattern) {
        try {
            patterns.addRule(pattern, pattern);
        } catch (IOException e) {
            throw new IllegalArgumentException("AWS refuses this filter pattern: " + e.getMessage(), e);
        }
    }

    public boolean passes(JsonNode event) {
        return everything || !patterns.rulesForJSONEvent(event).isEmpty();
    }
}
