package org.sprechstunde.enquiry;

import java.util.Optional;
import org.sprechstunde.platform.RandomId;

/**
 * The mayor's emoji on its way to a citizen's message.
 *
 * @param emoji absent where the mayor takes it back
 * @param token tells this one from any other that was ever sent to the message
 */
public record TownReaction(Message to, Optional<Emoji> emoji, RandomId token) {}
