package org.sprechstunde.resolve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.sprechstunde.api.PersonJson;
import org.sprechstunde.enquiry.BestEffort;
import org.sprechstunde.enquiry.ErasureRecord;
import org.sprechstunde.enquiry.Person;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.RandomId;

/**
 * What resolving returns: how much was erased and when, that it was looked for again, what WhatsApp said; and, while that is
 * known, who resolved it.
 */
record Receipt(RandomId enquiry, ErasureRecord erasure, Optional<Person> by) {

    boolean isBy(Person person) {
        return by.filter(person::is).isPresent();
    }

    ObjectNode json() {
        boolean erased = erasure.erasedAt().isPresent();
        ObjectNode json = Json.object()
                .put("enquiry", enquiry.value())
                .put("state", erased ? "erased" : "erasing")
                .put("unreadableSince", erasure.unreadableSince().toString());
        erasure.erasedAt().ifPresent(time -> json.put("erasedAt", time.toString()));
        by.ifPresent(person -> json.set("resolvedBy", PersonJson.of(person)));
        json.put("messages", erasure.extent().messages())
                .put("media", erasure.extent().media())
                .put("bytes", erasure.extent().bytes());
        json.putObject("lookedAgain").put("table", erased).put("bucket", erased);
        json.putObject("whatsapp")
                .put("farewell", word(erasure.farewell().message()))
                .put("contactBook", word(erasure.farewell().contactBook()))
                .put("media", word(erasure.farewell().media()));
        return json;
    }

    private static String word(BestEffort answer) {
        return answer.name().toLowerCase(Locale.ROOT);
    }
}
