package org.sprechstunde.model.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sprechstunde.model.forgetting.ModelWebhook.Phase.DUE;
import static org.sprechstunde.model.forgetting.ModelWebhook.Phase.NEVER;
import static org.sprechstunde.model.forgetting.ModelWebhook.Phase.UNSENT;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sprechstunde.model.forgetting.ModelState.Luck;
import org.sprechstunde.model.search.Actor;
import org.sprechstunde.model.search.StateSearch;

/**
 * Every promise holds in every world that the protocol can reach. The state space is cut into scenarios, each
 * complete in itself: who takes part, and how much may go wrong. Searches share nothing, and all others wait for these.
 */
@Execution(ExecutionMode.CONCURRENT)
final class ForgettingModelTest {
    private static final ModelState DOUBLE_CLICK_AND_TWO_DEATHS =
            ModelState.first(List.of(DUE, NEVER, NEVER), 2, new Luck(2, 1, 0));
    private static final ModelState DOUBLE_CLICK_AND_A_DEATH =
            ModelState.first(List.of(DUE, NEVER, NEVER), 2, new Luck(1, 1, 0));
    private static final ModelState REDELIVERY_AND_A_DEATH =
            ModelState.first(List.of(DUE, UNSENT, NEVER), 1, new Luck(1, 0, 0));
    private static final ModelState NEW_MESSAGE_AND_A_DEATH =
            ModelState.first(List.of(DUE, NEVER, UNSENT), 1, new Luck(1, 0, 0));
    private static final ModelState REDELIVERY_AND_A_NEW_MESSAGE =
            ModelState.first(List.of(DUE, UNSENT, UNSENT), 1, new Luck(0, 0, 0));
    private static final ModelState EXPIRY_AND_A_NEW_MESSAGE =
            ModelState.first(List.of(DUE, NEVER, UNSENT), 1, new Luck(0, 0, 1));

    private static final List<ModelState> SCENARIOS = List.of(
            NEW_MESSAGE_AND_A_DEATH,
            REDELIVERY_AND_A_DEATH,
            REDELIVERY_AND_A_NEW_MESSAGE,
            EXPIRY_AND_A_NEW_MESSAGE,
            DOUBLE_CLICK_AND_A_DEATH);

    /** A second death triples the worlds of a double click: they take as long as all of the above. */
    private static final List<ModelState> ALL = Stream.concat(
                    SCENARIOS.stream(), Stream.of(DOUBLE_CLICK_AND_TWO_DEATHS))
            .toList();

    @Test
    void everyPromiseHoldsInEveryReachableWorld() {
        assertThat(worldsThatKeepThePromises(SCENARIOS)).isGreaterThan(525_000);
    }

    @Test
    @Tag("full")
    void everyPromiseHoldsThoughTwoDie() {
        assertThat(worldsThatKeepThePromises(List.of(DOUBLE_CLICK_AND_TWO_DEATHS)))
                .isGreaterThan(340_000);
    }

    private static int worldsThatKeepThePromises(List<ModelState> scenarios) {
        List<StateSearch.Result> results = scenarios.stream()
                .map(first -> search(ModelMutation.NONE, first))
                .toList();

        assertThat(results).extracting(StateSearch.Result::violation).containsOnly(Optional.empty());
        return results.stream().mapToInt(StateSearch.Result::worlds).sum();
    }

    @ParameterizedTest
    @Tag("full")
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void everyMutationIsFound(ModelMutation mutation) {
        StateSearch.Violation found = ALL.stream()
                .flatMap(first -> search(mutation, first).violation().stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError(mutation + " was not found"));

        System.out.println(mutation + ", " + found);
        assertThat(found.promise()).isEqualTo(mutation.breaks());
        assertThat(found.trace())
                .isNotEmpty()
                .allSatisfy(step -> assertThat(Objects.requireNonNull(step)).isNotBlank());
    }

    private static StateSearch.Result search(ModelMutation mutation, ModelState first) {
        List<Actor<ModelState>> everybody = List.of(
                new ModelWebhook(mutation),
                new ModelMayor(mutation),
                new MediaWorker(mutation),
                new ForgetWorker(mutation),
                new ExpirySweep(mutation),
                new Nature(mutation));
        return StateSearch.of(first, everybody, ModelPromises.all(mutation));
    }
}
