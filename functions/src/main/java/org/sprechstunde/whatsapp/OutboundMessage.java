package org.sprechstunde.whatsapp;

import java.util.List;
import java.util.Optional;
import org.sprechstunde.enquiry.Identity;

/**
 * A message to a citizen.
 *
 * @param quoted WhatsApp's id of the message that it answers
 * @param callback comes back with each status; absent where nobody asks how far it came
 */
public record OutboundMessage(
        Identity citizen, Content content, Optional<String> quoted, Optional<CallbackData> callback) {

    /** What the town says. */
    public sealed interface Content {}

    /** Words, up to 4,096 characters; addresses in them are not looked up. */
    public record Text(String body) implements Content {}

    /**
     * An emoji on a message of the citizen, in the place of any earlier one.
     *
     * @param to WhatsApp's id of the message
     * @param emoji empty to take it back
     */
    public record Reaction(String to, String emoji) implements Content {}

    /** A picture that lies at WhatsApp. */
    public record Image(String mediaId, Optional<String> caption) implements Content {}

    /** A file that lies at WhatsApp, under the name that the citizen will see. */
    public record Document(String mediaId, Optional<String> caption, Optional<String> fileName) implements Content {}

    /** A message that WhatsApp has approved, by its name, with what fills its gaps. */
    public record Template(String name, String language, List<String> parameters) implements Content {
        public Template {
            parameters = List.copyOf(parameters);
        }
    }
}
