package org.sprechstunde.acceptance.town;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.chat.WamidFactory;

/** The most that WhatsApp delivers at once: a thousand messages in three megabytes, all written in one second. */
final class Thousand {
    static final int MESSAGES = 1000;
    private static final int LARGEST = 3 * 1024 * 1024;

    private final List<Citizen> citizens;
    private final byte[] body;

    /** Everybody writes in turn. */
    Thousand(List<Citizen> citizens, Instant written) {
        this.citizens = citizens;
        int around = body(citizens, written, "").length;
        this.body = body(citizens, written, "ä".repeat((LARGEST - around) / MESSAGES / 2));
    }

    byte[] body() {
        return body.clone();
    }

    /** The numbers at the beginning of a citizen's messages, in order. */
    List<Integer> numbersOf(int citizen) {
        return IntStream.range(0, MESSAGES)
                .filter(number -> number % citizens.size() == citizen)
                .boxed()
                .toList();
    }

    private static byte[] body(List<Citizen> citizens, Instant written, String filling) {
        ObjectNode body = Webhooks.object().put("object", "whatsapp_business_account");
        ObjectNode value = body.putArray("entry")
                .addObject()
                .putArray("changes")
                .addObject()
                .put("field", "messages")
                .putObject("value");
        ArrayNode contacts = value.putArray("contacts");
        citizens.forEach(citizen -> contacts.addObject()
                .put("user_id", citizen.bsuid())
                .putObject("profile")
                .put("name", citizen.name()));
        ArrayNode messages = value.putArray("messages");
        for (int number = 0; number < MESSAGES; number++) {
            String bsuid = citizens.get(number % citizens.size()).bsuid();
            messages.addObject()
                    .put("from_user_id", bsuid)
                    .put("id", WamidFactory.random(bsuid, true).text())
                    .put("timestamp", Long.toString(written.getEpochSecond()))
                    .put("type", "text")
                    .putObject("text")
                    .put("body", "%03d %s".formatted(number, filling));
        }
        return body.toString().getBytes(UTF_8);
    }
}
