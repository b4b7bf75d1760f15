package org.sprechstunde.store;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.TownReaction;
import org.sprechstunde.platform.RandomId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What the mayor's emoji changes on a citizen's message. Each has a token: of two that are sent at once the one
 * announced later is shown, and what WhatsApp tells of an earlier one changes nothing any more.
 */
public final class TownReactions {
    private static final String LAST = "townReactedAs = :token";

    private TownReactions() {}

    /** It is about to be sent; nothing of it is shown yet. */
    public static Update announced(Enquiry enquiry, TownReaction reaction) {
        return new Update(
                ItemKey.message(enquiry.id(), reaction.to().id()),
                "SET " + LAST,
                "attribute_exists(pk)",
                Map.of(),
                token(reaction.token()));
    }

    /** WhatsApp has taken it: the citizen sees it, or sees none any more. */
    public static Update shown(Enquiry enquiry, TownReaction reaction, SecureRandom random) {
        ItemKey message = ItemKey.message(enquiry.id(), reaction.to().id());
        Map<String, AttributeValue> values = new HashMap<>(token(reaction.token()));
        reaction.emoji()
                .ifPresent(emoji -> values.put(":emoji", MessageItem.townReaction(enquiry, message, emoji, random)));
        String change = reaction.emoji().isPresent() ? "SET townReaction = :emoji" : "REMOVE townReaction";
        return new Update(message, change, LAST, Map.of(), values);
    }

    /** WhatsApp tells later that it did not arrive after all. */
    public static Update failed(ItemKey message, RandomId token) {
        return new Update(message, "REMOVE townReaction, townReactedAs", LAST, Map.of(), token(token));
    }

    private static Map<String, AttributeValue> token(RandomId token) {
        return Map.of(":token", Attributes.of(token.value()));
    }
}
