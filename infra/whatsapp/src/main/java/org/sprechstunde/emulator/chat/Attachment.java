package org.sprechstunde.emulator.chat;

import java.util.Optional;
import org.sprechstunde.emulator.web.Body;

/** A file and perhaps its name. */
public record Attachment(Body body, Optional<String> fileName) {}
