package org.sprechstunde.webhook;

import java.time.Duration;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.platform.FanOut;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Services;
import org.sprechstunde.whatsapp.WhatsAppClient;

/** WhatsApp's own copy of a file that the citizen has taken back: asked for once, nothing depends on it. */
final class CopyAtWhatsApp {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final WhatsAppClient whatsApp;
    private final FanOut fanOut;

    CopyAtWhatsApp(Services services) {
        Platform platform = services.platform();
        this.whatsApp = WhatsAppClient.of(services);
        this.fanOut = new FanOut(platform.threads());
    }

    void delete(Message message) {
        boolean there = message.file().stream().anyMatch(file -> !file.copyDeleted());
        if (there && message.content() instanceof MessageContent.Media media) {
            fanOut.within(LIMIT, () -> whatsApp.deleteMedia(media.file().mediaId()));
        }
    }
}
