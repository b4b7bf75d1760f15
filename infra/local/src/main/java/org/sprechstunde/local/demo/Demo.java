package org.sprechstunde.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.sprechstunde.emulator.WhatsAppEmulator;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.chat.Citizens;
import org.sprechstunde.emulator.phone.CitizenMessageJson;
import org.sprechstunde.emulator.web.JsonTrees;

/** Fills the town with citizens who write to their mayor. */
public final class Demo {
    private static final String FOLDER = "/demo/";

    private final WhatsAppEmulator meta;
    private final Clock clock;

    private Demo(WhatsAppEmulator meta, Clock clock) {
        this.meta = meta;
        this.clock = clock;
    }

    /** Sends every demo enquiry, dated back over the last six days; the deliveries follow by themselves. */
    public static void fill(WhatsAppEmulator meta) {
        JsonNode enquiries = JsonTrees.read(resource("enquiries.json"))
                .orElseThrow(() -> new IllegalStateException("enquiries.json is not JSON"));
        Demo demo = new Demo(meta, Clock.systemUTC());
        enquiries.forEach(demo::send);
    }

    private void send(JsonNode enquiry) {
        Citizen citizen = citizen(enquiry);
        for (JsonNode message : enquiry.path("messages")) {
            meta.send(citizen, CitizenMessageJson.read(complete(message)));
        }
    }

    private Citizen citizen(JsonNode enquiry) {
        Citizens citizens = meta.citizens();
        String name = enquiry.path("name").asText();
        if (enquiry.path("phone").asBoolean()) {
            return citizens.withPhone(name);
        }
        Optional<String> username = JsonTrees.text(enquiry, "username");
        return citizens.add(new Citizen(citizens.bsuid(), name, Optional.empty(), username));
    }

    /** The message as the control API takes it: with the file's bytes and a real time. */
    private ObjectNode complete(JsonNode message) {
        ObjectNode complete = message.deepCopy();
        Duration ago = Duration.ofMinutes(message.path("minutesAgo").asLong());
        complete.put("timestamp", clock.instant().minus(ago).toString());
        JsonTrees.text(message, "file")
                .ifPresent(name -> complete.put("base64", Base64.getEncoder().encodeToString(resource(name))));
        return complete;
    }

    private static byte[] resource(String name) {
        try (InputStream in = Demo.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + FOLDER + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar cannot be read", e);
        }
    }
}
