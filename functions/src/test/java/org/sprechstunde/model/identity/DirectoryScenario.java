package org.sprechstunde.model.identity;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sprechstunde.model.identity.ToldCitizen.CitizenId;

/**
 * Who takes part, and how much may go wrong.
 *
 * @param before letters that have been taken one after another, before anything happens at once
 * @param requests what comes at once
 * @param lasting the ids that lead to one person whatever happens
 */
record DirectoryScenario(List<Letter> before, List<Request> requests, Set<CitizenId> lasting, int endings) {

    /** What WhatsApp delivers. */
    sealed interface Request {
        ToldCitizen by();
    }

    /** The same number again is the same letter again. */
    record Letter(int number, Person writer, ToldCitizen by) implements Request {}

    record Change(int number, ToldCitizen former, ToldCitizen by) implements Request {}

    record Wish(Person writer, ToldCitizen by) implements Request {}

    enum Person {
        ANNA,
        BERT
    }

    List<Letter> letters() {
        return Stream.concat(
                        before.stream(),
                        requests.stream()
                                .flatMap(request -> request instanceof Letter letter ? Stream.of(letter) : Stream.of()))
                .toList();
    }

    Letter letter(int number) {
        return letters().stream()
                .filter(letter -> letter.number() == number)
                .findFirst()
                .orElseThrow();
    }

    /** One for each letter of before, and for each request one that it may open. */
    int enquiries() {
        return before.size() + requests.size();
    }
}
