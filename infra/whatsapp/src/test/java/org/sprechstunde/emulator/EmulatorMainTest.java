package org.sprechstunde.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The emulator without the town around it, as somebody else would start it. */
final class EmulatorMainTest {
    @Test
    void itRunsAsAProcessOfItsOwn() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            Process emulator = start(receiver.uri());
            try {
                URI phones = URI.create(firstLine(emulator).replaceAll(".*(http\\S+)", "$1"));

                var page = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(phones.resolve("/phone/api/citizens"))
                                        .build(),
                                BodyHandlers.ofString());

                assertThat(page.statusCode()).isEqualTo(200);
            } finally {
                emulator.destroy();
            }
        }
    }

    @Test
    void withoutAWebhookItSaysWhatIsMissing() {
        assertThatThrownBy(() -> EmulatorMain.settings(Map.of())).hasMessageContaining("WHATSAPP_EMULATOR_WEBHOOK");
    }

    private static Process start(URI webhook) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(java, "-cp", classPath, EmulatorMain.class.getName());
        builder.environment().put("WHATSAPP_EMULATOR_WEBHOOK", webhook.toString());
        builder.environment().put("WHATSAPP_EMULATOR_PORT", "0");
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static String firstLine(Process emulator) throws IOException {
        return new BufferedReader(new InputStreamReader(emulator.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }
}
