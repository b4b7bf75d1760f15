package org.sprechstunde.webhook;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.sprechstunde.enquiry.Content;
import org.sprechstunde.enquiry.Courtesy;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.whatsapp.WhatsApp;

/** WhatsApp's own copy of a file that the citizen has taken back: asked for once, nothing depends on it. */
final class CopyAtWhatsApp {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final WhatsApp whatsApp;
    private final ExecutorService threads;

    CopyAtWhatsApp(Platform platform, Secrets secrets) {
        this.whatsApp = new WhatsApp(platform, secrets);
        this.threads = platform.threads();
    }

    void delete(Message message) {
        boolean there = message.file().stream().anyMatch(file -> !file.copyDeleted());
        if (there && message.content() instanceof Content.Media media) {
            delete(media.file().mediaId());
        }
    }

    private void delete(String mediaId) {
        try {
            threads.<Courtesy>invokeAll(
                    List.of(() -> whatsApp.deleteMedia(mediaId)), LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
