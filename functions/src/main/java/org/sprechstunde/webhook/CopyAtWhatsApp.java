package org.sprechstunde.webhook;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.sprechstunde.enquiry.BestEffort;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.whatsapp.WhatsAppClient;

/** WhatsApp's own copy of a file that the citizen has taken back: asked for once, nothing depends on it. */
final class CopyAtWhatsApp {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final WhatsAppClient whatsApp;
    private final ExecutorService threads;

    CopyAtWhatsApp(Platform platform, Secrets secrets) {
        this.whatsApp = new WhatsAppClient(platform, secrets);
        this.threads = platform.threads();
    }

    void delete(Message message) {
        boolean there = message.file().stream().anyMatch(file -> !file.copyDeleted());
        if (there && message.content() instanceof MessageContent.Media media) {
            delete(media.file().mediaId());
        }
    }

    private void delete(String mediaId) {
        try {
            threads.<BestEffort>invokeAll(
                    List.of(() -> whatsApp.deleteMedia(mediaId)), LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
