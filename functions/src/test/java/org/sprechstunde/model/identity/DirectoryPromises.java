package org.sprechstunde.model.identity;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.sprechstunde.model.identity.DirectoryScenario.Letter;
import org.sprechstunde.model.identity.DirectoryScenario.Wish;
import org.sprechstunde.model.identity.DirectoryTable.FiledEnquiry;
import org.sprechstunde.model.identity.DirectoryTable.FiledEnquiry.State;
import org.sprechstunde.model.identity.DirectoryWorld.Call;
import org.sprechstunde.model.identity.DirectoryWorld.Phase;
import org.sprechstunde.model.identity.ToldCitizen.CitizenId;
import org.sprechstunde.model.search.Promises;

/** What must hold of who is found by which id. */
record DirectoryPromises(DirectoryScenario scenario) {

    Promises<DirectoryWorld> all() {
        return new Promises<DirectoryWorld>()
                .always("no letter is stored twice", this::storedOnce)
                .always("a letter stands with its writer's only", this::apart)
                .always("what was acknowledged stands, or was erased with its enquiry", this::kept)
                .always("a change is followed once", DirectoryPromises::followedOnce)
                .always("whoever was told that all is erased has nothing left", this::erased)
                .always("a wish erases the wisher's own only", this::ownOnly)
                .always("every enquiry is found", DirectoryPromises::found)
                .atRest("whoever writes is found by each of their ids", this::foundByEach);
    }

    private static List<FiledEnquiry> standing(DirectoryWorld world) {
        return world.table().enquiries().stream().filter(FiledEnquiry::stands).toList();
    }

    private static List<FiledEnquiry> homes(DirectoryWorld world, int letter) {
        return world.table().enquiries().stream()
                .filter(enquiry -> enquiry.letters().contains(letter))
                .toList();
    }

    private boolean storedOnce(DirectoryWorld world) {
        return scenario.letters().stream()
                .allMatch(letter -> homes(world, letter.number()).size() <= 1);
    }

    private boolean apart(DirectoryWorld world) {
        return world.table().enquiries().stream()
                .allMatch(enquiry -> enquiry.letters().stream()
                                .map(letter -> scenario.letter(letter).writer())
                                .distinct()
                                .count()
                        <= 1);
    }

    private boolean kept(DirectoryWorld world) {
        return world.acknowledged().stream()
                .allMatch(letter -> !homes(world, letter).isEmpty());
    }

    private static boolean followedOnce(DirectoryWorld world) {
        return world.followed().stream().distinct().count() == world.followed().size();
    }

    /** All that had been acknowledged and came by one of the ids by which the wish came. */
    private boolean erased(DirectoryWorld world) {
        return IntStream.range(0, world.calls().size()).allMatch(number -> {
            Call call = world.calls().get(number);
            return call.phase() != Phase.ENDED
                    || !(scenario.requests().get(number) instanceof Wish wish)
                    || call.owed().stream()
                            .map(scenario::letter)
                            .filter(letter -> letter.by().shares(wish.by()) && letter.writer() == wish.writer())
                            .allMatch(letter ->
                                    homes(world, letter.number()).stream().noneMatch(FiledEnquiry::stands));
        });
    }

    /** Told from what ends by itself as long as nothing has. */
    private boolean ownOnly(DirectoryWorld world) {
        return world.endings() < scenario.endings()
                || world.table().enquiries().stream()
                        .filter(enquiry -> enquiry.state() == State.ERASED)
                        .flatMap(enquiry -> enquiry.letters().stream())
                        .map(scenario::letter)
                        .allMatch(letter -> scenario.requests().stream()
                                .anyMatch(request -> request instanceof Wish wish && wish.writer() == letter.writer()));
    }

    private static Set<Integer> reached(DirectoryWorld world, List<CitizenId> ids) {
        Set<Integer> reached = new TreeSet<>();
        world.table().found(ids).forEach(first -> reached.addAll(world.table().withEarlier(first)));
        return reached;
    }

    /** By some id, or by the one after it. */
    private static boolean found(DirectoryWorld world) {
        return reached(world, List.of(CitizenId.values())).size()
                == standing(world).size();
    }

    /** Whose letter told two ids is found whole by either, as long as that letter stands. */
    private boolean foundByEach(DirectoryWorld world) {
        return scenario.letters().stream()
                .filter(letter -> homes(world, letter.number()).stream().anyMatch(FiledEnquiry::stands))
                .allMatch(letter -> isFoundByEach(world, letter));
    }

    private boolean isFoundByEach(DirectoryWorld world, Letter letter) {
        List<CitizenId> ids =
                letter.by().ids().stream().filter(scenario.lasting()::contains).toList();
        Set<Integer> all = reached(world, ids);
        return ids.stream().allMatch(id -> reached(world, List.of(id)).equals(all))
                && (ids.isEmpty()
                        || all.stream()
                                .anyMatch(number ->
                                        world.table().enquiry(number).letters().contains(letter.number())));
    }
}
