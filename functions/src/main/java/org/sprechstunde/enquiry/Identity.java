package org.sprechstunde.enquiry;

import java.util.Optional;

/**
 * Who writes, as far as WhatsApp says: since 2026 a business-scoped user id (BSUID) always, a phone
 * number only sometimes.
 *
 * @param phone digits of the number with country code, without plus
 * @param language in which they write, as far as their words tell
 */
public record Identity(
        Optional<String> bsuid,
        Optional<String> phone,
        Optional<String> name,
        Optional<String> username,
        Optional<Language> language) {

    public Identity {
        if (bsuid.isEmpty() && phone.isEmpty()) {
            throw new IllegalArgumentException("a citizen has a user id or a phone number");
        }
    }

    /** Somebody of whose language nothing is known. */
    public Identity(Optional<String> bsuid, Optional<String> phone, Optional<String> name, Optional<String> username) {
        this(bsuid, phone, name, username, Optional.empty());
    }

    /** The same person, who writes in {@code heard}, where that can be told. */
    public Identity speaking(Optional<Language> heard) {
        return new Identity(bsuid, phone, name, username, heard.or(() -> language));
    }

    /** What tells this citizen from all others: the BSUID, or the number where none came. */
    public String stableId() {
        return bsuid.orElseGet(phone::orElseThrow);
    }

    /** Whether this is the same person for certain, though perhaps under another user id or from another number. */
    public boolean shares(Identity other) {
        return (bsuid.isPresent() && bsuid.equals(other.bsuid)) || (phone.isPresent() && phone.equals(other.phone));
    }

    /** This identity with everything that {@code newer} knows better. */
    public Identity updatedBy(Identity newer) {
        return new Identity(
                newer.bsuid.or(() -> bsuid),
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
                keepsNumber ? now.phone.or(() -> phone) : now.phone,
                name.or(() -> now.name),
                username.or(() -> now.username),
                language.or(() -> now.language));
    }

    /** The best name to show, if there is one: never the number. */
    public Optional<String> displayName() {
        return name.or(() -> username.map(word -> word.startsWith("@") ? word : "@" + word));
    }
}
