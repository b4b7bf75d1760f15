package org.sprechstunde.model.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sprechstunde.model.identity.DirectoryScenario.Person.ANNA;
import static org.sprechstunde.model.identity.DirectoryScenario.Person.BERT;
import static org.sprechstunde.model.identity.ToldCitizen.CitizenId.ANNAS_USER_ID;
import static org.sprechstunde.model.identity.ToldCitizen.CitizenId.BERTS_USER_ID;
import static org.sprechstunde.model.identity.ToldCitizen.CitizenId.NEW_NUMBER;
import static org.sprechstunde.model.identity.ToldCitizen.CitizenId.NUMBER;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sprechstunde.model.identity.DirectoryScenario.Change;
import org.sprechstunde.model.identity.DirectoryScenario.Letter;
import org.sprechstunde.model.identity.DirectoryScenario.Wish;
import org.sprechstunde.model.search.Actor;
import org.sprechstunde.model.search.StateSearch;
import org.sprechstunde.model.search.StateSearch.Result;

/** Whoever is told of by whichever of their ids is found, and nobody else, in every world that the protocol can reach. */
final class IdentityModelTest {
    private static final ToldCitizen NUMBER_ONLY = ToldCitizen.by(NUMBER);
    private static final ToldCitizen ANNA_WITHOUT = ToldCitizen.byUserId(ANNAS_USER_ID);
    private static final ToldCitizen ANNA_WITH = ToldCitizen.byBoth(ANNAS_USER_ID, NUMBER);
    private static final ToldCitizen ANNA_MOVED = ToldCitizen.byBoth(ANNAS_USER_ID, NEW_NUMBER);
    private static final ToldCitizen BERT_WITHOUT = ToldCitizen.byUserId(BERTS_USER_ID);
    private static final ToldCitizen BERT_WITH = ToldCitizen.byBoth(BERTS_USER_ID, NUMBER);

    private static final DirectoryScenario IDS_APPEAR_AND_VANISH = new DirectoryScenario(
            List.of(),
            List.of(
                    new Letter(0, ANNA, NUMBER_ONLY),
                    new Letter(1, ANNA, ANNA_WITH),
                    new Letter(2, ANNA, ANNA_WITHOUT),
                    new Letter(1, ANNA, ANNA_WITH)),
            Set.of(ANNAS_USER_ID, NUMBER),
            1);
    private static final DirectoryScenario TWO_TURN_OUT_TO_BE_ONE = new DirectoryScenario(
            List.of(new Letter(0, ANNA, NUMBER_ONLY), new Letter(1, ANNA, ANNA_WITHOUT)),
            List.of(new Letter(2, ANNA, ANNA_WITH), new Letter(3, ANNA, NUMBER_ONLY), new Wish(ANNA, ANNA_WITH)),
            Set.of(ANNAS_USER_ID, NUMBER),
            1);

    /** While both have an enquiry: nobody can tell whether who has none is not Anna, under another user id. */
    private static final DirectoryScenario A_NUMBER_IS_HANDED_ON = new DirectoryScenario(
            List.of(new Letter(0, ANNA, ANNA_WITH), new Letter(1, BERT, BERT_WITHOUT)),
            List.of(new Letter(2, BERT, BERT_WITH), new Letter(3, ANNA, ANNA_WITHOUT), new Wish(BERT, BERT_WITH)),
            Set.of(ANNAS_USER_ID, BERTS_USER_ID),
            0);

    private static final DirectoryScenario A_CHANGE_IS_TOLD_TWICE = new DirectoryScenario(
            List.of(new Letter(0, ANNA, ANNA_WITH)),
            List.of(
                    new Change(10, ANNA_WITH, ANNA_MOVED),
                    new Change(10, ANNA_WITH, ANNA_MOVED),
                    new Letter(1, ANNA, ANNA_MOVED),
                    new Letter(2, ANNA, ANNA_WITHOUT)),
            Set.of(ANNAS_USER_ID),
            1);

    private static final List<DirectoryScenario> SCENARIOS =
            List.of(IDS_APPEAR_AND_VANISH, TWO_TURN_OUT_TO_BE_ONE, A_NUMBER_IS_HANDED_ON, A_CHANGE_IS_TOLD_TWICE);

    @Test
    void everyPromiseHoldsInEveryReachableWorld() {
        List<Result> results = SCENARIOS.stream()
                .map(scenario -> search(scenario, DirectoryMutation.NONE))
                .toList();

        assertThat(results).extracting(Result::violation).containsOnly(Optional.empty());
        assertThat(results.stream().mapToInt(Result::worlds).sum()).isGreaterThan(20_000);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void everyMutationIsFound(DirectoryMutation mutation) {
        StateSearch.Violation found = SCENARIOS.stream()
                .flatMap(scenario -> search(scenario, mutation).violation().stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError(mutation + " was not found"));

        System.out.println(mutation + ", " + found);
        assertThat(found.promise()).isEqualTo(mutation.breaks());
    }

    private static Result search(DirectoryScenario scenario, DirectoryMutation mutation) {
        List<Actor<DirectoryWorld>> everybody =
                List.of(new DirectoryCalls(scenario, mutation), new DirectoryEndings(mutation));
        DirectoryWorld first = DirectoryWorld.first(
                before(scenario, mutation), scenario.requests().size(), scenario.endings());
        return StateSearch.of(first, everybody, new DirectoryPromises(scenario).all());
    }

    /** The letters of before, one after another. */
    private static DirectoryTable before(DirectoryScenario scenario, DirectoryMutation mutation) {
        DirectoryTable table = DirectoryTable.empty(scenario.enquiries());
        for (int number = 0; number < scenario.before().size(); number++) {
            Letter letter = scenario.before().get(number);
            DirectoryChange change = new DirectoryChange(table, mutation);
            change.open(number, letter.by(), letter.number());
            change.mark(letter.number());
            table = change.wanted();
        }
        return table;
    }
}
