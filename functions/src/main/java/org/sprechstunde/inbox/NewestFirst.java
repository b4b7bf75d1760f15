package org.sprechstunde.inbox;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.sprechstunde.enquiry.Enquiries;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Values;
import org.sprechstunde.enquiry.Worklist;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** By last message, as the index has it: only one slice is read. */
record NewestFirst(Worklist worklist, Enquiries enquiries) implements Order {
    private static final String TIME = "at";

    @Override
    public Slice slice(Map<String, String> from) {
        Worklist.Page page = worklist.newest(Slice.SIZE, position(from));
        return new Slice(
                enquiries.open(page.places()).stream()
                        .sorted(Comparator.comparing(Enquiry::lastMessage).reversed())
                        .toList(),
                texts(page.next()));
    }

    private static Map<String, AttributeValue> position(Map<String, String> texts) {
        Map<String, AttributeValue> position = new HashMap<>();
        texts.forEach(
                (name, text) -> position.put(name, name.equals(TIME) ? AttributeValue.fromN(text) : Values.of(text)));
        return position;
    }

    private static Map<String, String> texts(Map<String, AttributeValue> position) {
        Map<String, String> texts = new HashMap<>();
        position.forEach((name, value) -> texts.put(name, name.equals(TIME) ? value.n() : value.s()));
        return texts;
    }
}
