package org.sprechstunde.acceptance.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.sprechstunde.emulator.chat.WamidFactory;

/** What WhatsApp has to deliver: webhooks of one to twenty messages of up to three citizens each. */
final class RandomWebhooks {
    private static final int MOST_MESSAGES = 20;
    private static final int MOST_CITIZENS = 3;
    private static final int WEBHOOKS_PER_CITIZEN = 10;
    private static final int REPEATED_PERCENT = 30;
    private static final int MOST_REPEATS = 5;

    private final Random random;
    private final Instant since;
    private final int citizens;
    private final List<Sent> sent = new ArrayList<>();

    /** One message: who wrote it and when, by WhatsApp's clock. */
    record Sent(int number, int citizen, Instant written) {
        /** What it says, and nobody else says. */
        String text() {
            return "Nachricht " + number;
        }
    }

    /** One delivery, to be made until it is answered with 200. */
    record Webhook(String body, List<Sent> messages) {}

    /** Messages written in the hour after {@code since}, several in the same second. */
    RandomWebhooks(Random random, int count, Instant since) {
        this.random = random;
        this.since = since;
        this.citizens = Math.max(1, count / WEBHOOKS_PER_CITIZEN);
    }

    /** So many different webhooks, a third of them several times, in no order. */
    List<Webhook> shuffled(int count) {
        List<Webhook> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Webhook webhook = webhook();
            boolean repeated = random.nextInt(100) < REPEATED_PERCENT;
            int times = repeated ? 2 + random.nextInt(MOST_REPEATS - 1) : 1;
            all.addAll(Collections.nCopies(times, webhook));
        }
        Collections.shuffle(all, random);
        return all;
    }

    /** All messages in these webhooks, each once. */
    List<Sent> sent() {
        return List.copyOf(sent);
    }

    private Webhook webhook() {
        int[] writers =
                random.ints(1 + random.nextInt(MOST_CITIZENS), 0, citizens).toArray();
        List<Sent> messages = new ArrayList<>();
        for (int i = 1 + random.nextInt(MOST_MESSAGES); i > 0; i--) {
            int writer = writers[random.nextInt(writers.length)];
            messages.add(new Sent(sent.size() + messages.size(), writer, since.plusSeconds(random.nextInt(600))));
        }
        sent.addAll(messages);
        return new Webhook(body(messages), messages);
    }

    /** These messages in one body. */
    static String body(List<Sent> sent) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("object", "whatsapp_business_account");
        ObjectNode change =
                body.putArray("entry").addObject().putArray("changes").addObject();
        ObjectNode value = change.put("field", "messages").putObject("value");
        value.putObject("metadata").put("phone_number_id", DeliveryTown.PHONE_NUMBER_ID);
        ArrayNode messages = value.putArray("messages");
        for (Sent one : sent) {
            String bsuid = "DE.citizen%08d".formatted(one.citizen());
            messages.addObject()
                    .put("from_user_id", bsuid)
                    .put("id", new WamidFactory(bsuid, true, "%020X".formatted(one.number())).text())
                    .put("timestamp", Long.toString(one.written().getEpochSecond()))
                    .put("type", "text")
                    .putObject("text")
                    .put("body", one.text());
        }
        return body.toString();
    }
}
