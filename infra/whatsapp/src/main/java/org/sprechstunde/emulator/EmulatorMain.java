package org.sprechstunde.emulator;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The emulator as a process of its own, for whoever builds something else on WhatsApp's Cloud API. */
public final class EmulatorMain {
    private EmulatorMain() {}

    /** Runs until the process is ended; {@code WHATSAPP_EMULATOR_WEBHOOK} must say where deliveries go. */
    static void main() throws InterruptedException {
        try (WhatsAppEmulator emulator = WhatsAppEmulator.start(settings(System.getenv()))) {
            System.out.println("Citizens' phones: " + emulator.uri());
            System.out.println("Graph API:        " + emulator.uri() + " (WHATSAPP_API_URL)");
            System.out.println(
                    "Webhook verified: " + (emulator.subscribe() ? "yes" : "no, deliveries go there anyhow"));
            new CountDownLatch(1).await();
        }
    }

    /** What is not set in {@code environment} has a default that README.md names. */
    static EmulatorSettings settings(Map<String, String> environment) {
        String webhook = environment.get("WHATSAPP_EMULATOR_WEBHOOK");
        if (webhook == null) {
            throw new IllegalArgumentException("WHATSAPP_EMULATOR_WEBHOOK must say where the webhook is");
        }
        return new EmulatorSettings(
                Integer.parseInt(environment.getOrDefault("WHATSAPP_EMULATOR_PORT", "8081")),
                URI.create(webhook),
                environment.getOrDefault("WHATSAPP_APP_SECRET", "local-app-secret"),
                environment.getOrDefault("WHATSAPP_ACCESS_TOKEN", "local-access-token"),
                environment.getOrDefault("WHATSAPP_VERIFY_TOKEN", "local-verify-token"),
                environment.getOrDefault("WHATSAPP_PHONE_NUMBER_ID", "100000000000001"),
                environment.getOrDefault("WHATSAPP_ACCOUNT_ID", "100000000000002"),
                environment.getOrDefault("WHATSAPP_NUMBER", "4966249110"));
    }
}
