package org.sprechstunde.model.identity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code enquiry.Identity}: a citizen, as far as WhatsApp tells. */
record ToldCitizen(Optional<Id> userId, Optional<Id> number) {

    /** Those that are told here. */
    enum Id {
        ANNAS_USER_ID,
        BERTS_USER_ID,
        NUMBER,
        NEW_NUMBER
    }

    static ToldCitizen by(Id number) {
        return new ToldCitizen(Optional.empty(), Optional.of(number));
    }

    static ToldCitizen byUserId(Id userId) {
        return new ToldCitizen(Optional.of(userId), Optional.empty());
    }

    static ToldCitizen byBoth(Id userId, Id number) {
        return new ToldCitizen(Optional.of(userId), Optional.of(number));
    }

    /** The most certain first. */
    List<Id> ids() {
        return Stream.of(userId, number).flatMap(Optional::stream).toList();
    }

    boolean shares(ToldCitizen other) {
        return ids().stream().anyMatch(other.ids()::contains);
    }

    boolean hasOtherUserIdThan(ToldCitizen other) {
        return userId.isPresent() && other.userId.isPresent() && !userId.equals(other.userId);
    }

    ToldCitizen updatedBy(ToldCitizen newer) {
        return new ToldCitizen(newer.userId.or(() -> userId), newer.number.or(() -> number));
    }

    /** After a change of number: the one that was given up is nobody's. */
    ToldCitizen movedTo(ToldCitizen now) {
        return new ToldCitizen(now.userId.or(() -> userId), now.number);
    }

    ToldCitizen without(List<Id> ids) {
        return new ToldCitizen(userId, number.filter(id -> !ids.contains(id)));
    }
}
