package org.sprechstunde.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.crypto.SealedBox;
import org.sprechstunde.enquiry.ErasureRecord;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.enquiry.WhatsAppCopies;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What WhatsApp has not yet confirmed to have deleted, as a part of the forget task. The enquiry's own key is gone by
 * then, so it is sealed with one of the stack's; it opens nothing that a citizen has sent.
 */
public final class SealedCopies {
    private static final String NAME = "copies";

    private final Table table;
    private final Secrets secrets;
    private final SecureRandom random;

    public static SealedCopies of(Services services) {
        return services.once(SealedCopies.class, SealedCopies::new);
    }

    private SealedCopies(Services services) {
        this.table = Table.of(services);
        this.secrets = services.secrets();
        this.random = services.platform().random();
    }

    /** The item of {@code task} that also knows what is to be asked of WhatsApp. */
    public Map<String, AttributeValue> write(Task.Forget task, WhatsAppCopies copies) {
        Map<String, AttributeValue> item = TaskItem.writeForget(task);
        if (!copies.isEmpty()) {
            addTo(item, task, copies);
        }
        return item;
    }

    /** Erasing waits for nothing: while the stack's secret cannot be had, nobody could ask WhatsApp anything either. */
    private void addTo(Map<String, AttributeValue> item, Task.Forget task, WhatsAppCopies copies) {
        try {
            item.put(NAME, sealed(task, copies));
        } catch (SdkException e) {
            Log.event(LogEvent.COPIES_REMAIN, LogField.enquiry(task.enquiry()), LogField.cause(e));
        }
    }

    /** What is still to be asked for, as far as {@code task} stands and knows. */
    public WhatsAppCopies of(Task.Forget task) {
        return table.get(ItemKey.task(task))
                .flatMap(item -> Attributes.optionalBytes(item, NAME))
                .flatMap(blob -> SealedBox.open(blob, key(), place(task)))
                .map(plain -> read(Json.read(plain)))
                .orElse(WhatsAppCopies.NONE);
    }

    /** WhatsApp has answered, and {@code left} is still to be asked for. */
    public Update answered(Task.Forget task, ErasureRecord.Farewell answers, WhatsAppCopies left) {
        return TaskUpdates.answered(task, answers, left.isEmpty() ? Optional.empty() : Optional.of(sealed(task, left)));
    }

    private AttributeValue sealed(Task.Forget task, WhatsAppCopies copies) {
        ObjectNode json = Json.object();
        copies.contact().ifPresent(bsuid -> json.put("contact", bsuid));
        copies.files().forEach(json.putArray("files")::add);
        return Attributes.of(SealedBox.seal(Json.bytes(json), key(), place(task), random));
    }

    private static WhatsAppCopies read(JsonNode json) {
        List<String> files = new ArrayList<>();
        json.path("files").forEach(file -> files.add(file.asText()));
        return new WhatsAppCopies(Json.text(json, "contact"), files);
    }

    private DataKey key() {
        return Pseudonyms.current(secrets).keyFor("copies at WhatsApp");
    }

    private static String place(Task.Forget task) {
        return ItemKey.task(task).place() + " " + NAME;
    }
}
