package org.sprechstunde.enquiry;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who writes, as far as WhatsApp says: since 2026 a business-scoped user id (BSUID) nearly always, that of the parent
 * organisation and a phone number only sometimes. Each may be missing today and be there tomorrow.
 *
 * @param untold what tells a message whose sender WhatsApp does not name from all others; then there is no id, and nobody
 *     can be answered
 * @param parent the user id that the town's parent organisation knows
 * @param phone digits of the number with country code, without plus
 * @param language in which they write, as far as their words tell
 */
public record Identity(
        Optional<String> untold,
        Optional<String> bsuid,
        Optional<String> parent,
        Optional<String> phone,
        Optional<String> name,
        Optional<String> username,
        Optional<Language> language) {

    public Identity {
        boolean hasId = bsuid.isPresent() || parent.isPresent() || phone.isPresent();
        if (hasId == untold.isPresent()) {
            throw new IllegalArgumentException("a citizen has a user id or a phone number, or is not told");
        }
    }

    /** Somebody whom WhatsApp tells by one of these at least. */
    public Identity(
            Optional<String> bsuid,
            Optional<String> parent,
            Optional<String> phone,
            Optional<String> name,
            Optional<String> username,
            Optional<Language> language) {
        this(Optional.empty(), bsuid, parent, phone, name, username, language);
    }

    /** The sender, whom WhatsApp does not tell, of the message with this token: nobody else's, so each stands alone. */
    public static Identity untold(String message, Optional<String> name, Optional<String> username) {
        Optional<String> none = Optional.empty();
        return new Identity(Optional.of(message), none, none, none, name, username, Optional.empty());
    }

    /** Whether WhatsApp says who it is, so that they can be answered. */
    public boolean isTold() {
        return untold.isEmpty();
    }

    /** Somebody of whose language nothing is known. */
    public Identity(Optional<String> bsuid, Optional<String> phone, Optional<String> name, Optional<String> username) {
        this(bsuid, Optional.empty(), phone, name, username, Optional.empty());
    }

    /** The same person, who writes in {@code heard}, where that can be told. */
    public Identity speaking(Optional<Language> heard) {
        return new Identity(untold, bsuid, parent, phone, name, username, heard.or(() -> language));
    }

    /** All that tells this citizen from others, the most certain first: at least one, at most three. */
    public List<String> ids() {
        return Stream.of(bsuid, parent, phone.map(PhoneNumber::canonical), untold.map("untold "::concat))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** The most certain of the ids. */
    public String stableId() {
        return ids().getFirst();
    }

    /** Whether this is the same person for certain, though perhaps under another user id or from another number. */
    public boolean shares(Identity other) {
        return !Collections.disjoint(ids(), other.ids());
    }

    /** Whether WhatsApp tells both by user ids that differ. */
    public boolean hasOtherUserIdThan(Identity other) {
        return bsuid.isPresent() && other.bsuid.isPresent() && !bsuid.equals(other.bsuid);
    }

    /** This identity with everything that {@code newer} knows better. */
    public Identity updatedBy(Identity newer) {
        return new Identity(
                untold,
                newer.bsuid.or(() -> bsuid),
                newer.parent.or(() -> parent),
                newer.phone.or(() -> phone),
                newer.name.or(() -> name),
                newer.username.or(() -> username),
                newer.language.or(() -> language));
    }

    /**
     * This person after a change of number or user id: the name stays, since people keep it. A number that
     * was given up may soon be somebody else's, and must not be written to.
     *
     * @param keepsNumber only the user id has changed
     */
    public Identity movedTo(Identity now, boolean keepsNumber) {
        return new Identity(
                now.bsuid.or(() -> bsuid),
                now.parent,
                keepsNumber ? now.phone.or(() -> phone) : now.phone,
                name.or(() -> now.name),
                username.or(() -> now.username),
                language.or(() -> now.language));
    }

    /** This person, who has a user id, without those of {@code ids} that are somebody else's by now. */
    public Identity without(Set<String> ids) {
        return new Identity(
                bsuid,
                parent.filter(id -> !ids.contains(id)),
                phone.filter(number -> !ids.contains(PhoneNumber.canonical(number))),
                name,
                username,
                language);
    }

    /** The best name to show, if there is one: never the number. */
    public Optional<String> displayName() {
        return name.or(() -> username.map(word -> word.startsWith("@") ? word : "@" + word));
    }
}
