package org.sprechstunde.emulator.chat;

import java.time.Instant;

/**
 * A file under an id of Meta's.
 *
 * @param until when Meta forgets it
 */
public record Media(String id, Attachment attachment, Instant until) {}
