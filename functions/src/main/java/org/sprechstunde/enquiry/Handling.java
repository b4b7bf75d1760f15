package org.sprechstunde.enquiry;

import java.util.Optional;

/**
 * Which of several people in the town hall deals with an enquiry.
 *
 * @param assigned for whom it is
 * @param postponedBy who put it off last
 * @param answered the last answer
 */
public record Handling(Optional<Person> assigned, Optional<Person> postponedBy, Optional<Answered> answered) {
    static final Handling NOBODYS = new Handling(Optional.empty(), Optional.empty(), Optional.empty());

    /** Who answered, and the revision that came of it. */
    public record Answered(Person by, long revision) {}

    Handling answeredBy(Optional<Person> author, long revision) {
        return new Handling(assigned, postponedBy, author.map(by -> new Answered(by, revision)));
    }

    /** Whether somebody else has answered what {@code writer}, who saw up to {@code seen}, did not see answered. */
    public boolean hasPassed(Person writer, long seen) {
        return answered.filter(last -> last.revision() > seen && !last.by().is(writer))
                .isPresent();
    }
}
