package org.sprechstunde.webhook;

import java.util.Optional;
import org.sprechstunde.whatsapp.Button;

/** What the town answers to a citizen's own word. */
record Answer(String text, Optional<Button> button) {
    Answer(String text) {
        this(text, Optional.empty());
    }
}
