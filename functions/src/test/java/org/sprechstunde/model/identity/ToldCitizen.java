package org.sprechstunde.model.identity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code enquiry.Identity}: a citizen, as far as WhatsApp tells. */
record ToldCitizen(Optional<CitizenId> userId, Optional<CitizenId> number) {

    /** Those that are told here. */
    enum CitizenId {
        ANNAS_USER_ID(0),
        BERTS_USER_ID(1),
        NUMBER(2),
        NEW_NUMBER(3);

        final int place;

        CitizenId(int place) {
            this.place = place;
        }
    }

    static ToldCitizen by(CitizenId number) {
        return new ToldCitizen(Optional.empty(), Optional.of(number));
    }

    static ToldCitizen byUserId(CitizenId userId) {
        return new ToldCitizen(Optional.of(userId), Optional.empty());
    }

    static ToldCitizen byBoth(CitizenId userId, CitizenId number) {
        return new ToldCitizen(Optional.of(userId), Optional.of(number));
    }

    /** The most certain first. */
    List<CitizenId> ids() {
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

    ToldCitizen without(List<CitizenId> ids) {
        return new ToldCitizen(userId, number.filter(id -> !ids.contains(id)));
    }
}
