package org.sprechstunde.local.meta.chat;

import java.util.Optional;
import org.sprechstunde.local.meta.web.Body;

/** A file and perhaps its name. */
public record Attachment(Body body, Optional<String> fileName) {}
