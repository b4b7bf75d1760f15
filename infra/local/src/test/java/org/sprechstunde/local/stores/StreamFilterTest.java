package org.sprechstunde.local.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamFilterTest {
    private static final String NEW_TASKS =
            "{\"eventName\":[\"INSERT\"],\"dynamodb\":{\"Keys\":{\"sk\":{\"S\":[{\"prefix\":\"TASK#\"}]}}}}";

    private static JsonNode record(String eventName, String sk) {
        ObjectNode record = JsonNodeFactory.instance.objectNode().put("eventName", eventName);
        record.withObject("/dynamodb/Keys/sk").put("S", sk);
        return record;
    }

    private static boolean passes(String pattern, JsonNode record) {
        return new StreamFilter(List.of(pattern)).passes(record);
    }

    @Test
    void everyFieldThatThePatternNamesMustFit() {
        assertThat(passes(NEW_TASKS, record("INSERT", "TASK#greet#1"))).isTrue();
        assertThat(passes(NEW_TASKS, record("REMOVE", "TASK#greet#1"))).isFalse();
        assertThat(passes(NEW_TASKS, record("INSERT", "MESSAGE#1"))).isFalse();
        assertThat(passes(NEW_TASKS, JsonNodeFactory.instance.objectNode())).isFalse();
    }

    @Test
    void onePatternOfSeveralIsEnough() {
        var filter = new StreamFilter(List.of("{\"eventName\":[\"MODIFY\"]}", "{\"eventName\":[\"REMOVE\"]}"));

        assertThat(filter.passes(record("REMOVE", "x"))).isTrue();
        assertThat(filter.passes(record("INSERT", "x"))).isFalse();
    }

    @Test
    void withoutPatternsEverythingPasses() {
        assertThat(new StreamFilter(List.of()).passes(record("REMOVE", "x"))).isTrue();
    }

    @Test
    void comparisonsMeanWhatTheySay() {
        JsonNode record = record("INSERT", "TASK#1");

        assertThat(passes("{\"eventName\":[{\"anything-but\":[\"REMOVE\"]}]}", record))
                .isTrue();
        assertThat(passes("{\"eventName\":[{\"anything-but\":[\"INSERT\"]}]}", record))
                .isFalse();
        assertThat(passes("{\"userIdentity\":[{\"exists\":false}]}", record)).isTrue();
        assertThat(passes("{\"eventName\":[{\"exists\":false}]}", record)).isFalse();
        assertThat(passes("{\"eventName\":[{\"suffix\":\"SERT\"}]}", record)).isTrue();
    }

    @Test
    void theFieldsOfAnObjectExistAndNotTheObjectItself() {
        ObjectNode expired = JsonNodeFactory.instance.objectNode();
        expired.withObject("/userIdentity").put("type", "Service");

        assertThat(passes("{\"userIdentity\":{\"type\":[{\"exists\":true}]}}", expired))
                .isTrue();
        assertThat(passes("{\"userIdentity\":[{\"exists\":true}]}", expired)).isFalse();
    }

    @Test
    void whatIsNoPatternIsRefusedRatherThanGuessedAt() {
        for (String wrong : List.of("rubbish", "{\"eventName\":\"INSERT\"}", "{\"eventName\":[{\"begins\":\"I\"}]}")) {
            assertThatThrownBy(() -> new StreamFilter(List.of(wrong))).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
