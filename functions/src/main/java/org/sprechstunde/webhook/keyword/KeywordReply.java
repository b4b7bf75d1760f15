package org.sprechstunde.webhook.keyword;

import java.util.Optional;
import org.sprechstunde.whatsapp.ReplyButton;

/** What the town answers to a citizen's own word. */
record KeywordReply(String text, Optional<ReplyButton> button) {
    KeywordReply(String text) {
        this(text, Optional.empty());
    }
}
