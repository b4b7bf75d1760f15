package org.sprechstunde.store;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.platform.Services;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which of the town's templates WhatsApp takes, as it said when it was last asked: words by the template's key. */
public final class TemplateStates {
    private static final String STATES = "states";

    private final Table table;

    static ItemKey place() {
        return ItemKey.templates();
    }

    public TemplateStates(Services services) {
        this.table = Table.of(services);
    }

    /** Nothing if WhatsApp has not been asked, or has told of a change since. */
    public Optional<Map<String, String>> read() {
        return table.get(place()).flatMap(TemplateStates::read);
    }

    static Optional<Map<String, String>> read(Map<String, AttributeValue> item) {
        return Optional.ofNullable(item.get(STATES))
                .map(states -> states.m().entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey, state -> state.getValue().s())));
    }

    public void write(Map<String, String> states) {
        Map<String, AttributeValue> item = new HashMap<>(place().attributes());
        item.put(
                STATES,
                AttributeValue.fromM(states.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, state -> Attributes.of(state.getValue())))));
        table.put(item);
    }

    /** WhatsApp has told of a change: it is asked anew. */
    public void forget() {
        table.delete(place());
    }
}
