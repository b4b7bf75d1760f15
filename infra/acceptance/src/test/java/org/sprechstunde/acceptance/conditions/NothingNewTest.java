package org.sprechstunde.acceptance.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sprechstunde.acceptance.conditions.ConditionTable.NOW;
import static org.sprechstunde.acceptance.conditions.ConditionTable.RETENTION;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.EnquiryPlace;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.repository.Repository;
import org.sprechstunde.store.Attributes;
import org.sprechstunde.store.DeliveryUpdates;
import org.sprechstunde.store.EnquiryItem;
import org.sprechstunde.store.EnquiryUpdates;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.MessageChange;
import org.sprechstunde.store.MessageUpdates;
import org.sprechstunde.store.TemplateStates;
import org.sprechstunde.store.Update;

/**
 * The page asks every few seconds whether an enquiry that it has open is still the same, and one read answers it, without a
 * message. So whatever changes what is shown must change what that read sees; each kind of change is done here.
 */
final class NothingNewTest {
    /** Classes whose updates are of no enquiry's item, or of its tasks, which nobody is shown. */
    private static final Set<String> OF_SOMETHING_ELSE =
            Set.of("CannedReplyItem", "ErasureCodes", "FarewellMark", "KeywordMark", "SealedCopies", "SeenMark");

    private static final Set<String> OF_TASKS = Set.of("TaskUpdates", "WeekNumbers");

    private static ConditionTable table;

    @BeforeAll
    static void start() throws Exception {
        table = new ConditionTable();
    }

    static List<EnquiryChange> changes() {
        return EnquiryChange.all();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatIsShownIsNewOnceItChangesAndElseOneReadSaysSo(EnquiryChange change) {
        LookedAt page = new LookedAt(table);
        Runnable doing = change.prepared().apply(page);
        page.isSeen(NOW);
        page.isTheSame(NOW);

        doing.run();

        if (change.isShown()) {
            page.isNew(NOW);
        }
        page.isTheSame(NOW);
    }

    /** Whoever writes another update says here whether the page can show what it changes. */
    @Test
    void noUpdateIsForgottenHere() throws Exception {
        Set<String> done = changes().stream().map(EnquiryChange::update).collect(Collectors.toSet());

        assertThat(done).containsAll(updates());
    }

    private static Set<String> updates() throws IOException {
        Path store = Repository.file("functions/src/main/java/org/sprechstunde/store");
        try (Stream<Path> files = Files.list(store)) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !name.equals("package-info") && !name.equals("Update"))
                    .filter(name -> !OF_SOMETHING_ELSE.contains(name) && !OF_TASKS.contains(name))
                    .flatMap(NothingNewTest::updates)
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> updates(String type) {
        try {
            return Stream.of(Class.forName(Update.class.getPackageName() + "." + type)
                            .getDeclaredMethods())
                    .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                    .filter(method -> Set.of(Update.class, MessageChange.class).contains(method.getReturnType()))
                    .map(Method::getName)
                    .filter(name -> !type.equals("MessageChange"))
                    .map(name -> type + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsKnownOfTheTownsTemplatesIsNewOnceItChanges() {
        LookedAt page = new LookedAt(table);
        var templates = new TemplateStates(table.services);
        page.isSeen(NOW);

        templates.write(Map.of("rueckmeldung de", "APPROVED"));
        page.isNew(NOW);
        page.isTheSame(NOW);
        templates.forget();

        page.isNew(NOW);
        page.isTheSame(NOW);
    }

    /** That costs a read more, where there is one. */
    @Test
    void whatItsCitizenHadBeforeIsNewOnceItChanges() {
        Enquiry earlier = table.open();
        LookedAt page = new LookedAt(table);
        var place = new EnquiryPlace(page.enquiry.citizen(), Set.of(), Optional.of(earlier.citizen()));
        table.takes(EnquiryUpdates.resealed(page.enquiry.moved(place, page.enquiry.identity()), table.random));
        page.isSeen(NOW);

        table.takes(EnquiryUpdates.noticed(earlier));

        page.isNew(NOW);
    }

    /** Nothing happens to it: whoever was sending cannot tell any more, and then it may be sent again. */
    @Test
    void anAnswerThatNobodyKnowsToHaveGoneOutLooksDifferentByItself() {
        LookedAt page = new LookedAt(table);
        Instant sent = page.answer.id().time();
        page.isSeen(sent.plusSeconds(1));
        page.isTheSame(sent.plusMillis(29_999));

        page.isNew(sent.plusSeconds(30));
        page.isTheSame(sent.plusMillis(59_999));

        page.isNew(sent.plusSeconds(60));
        page.isTheSame(sent.plus(Duration.ofDays(1)));
    }

    @Test
    void whatIsErasedOrOverOrSomebodyElsesIsNotUnchanged() {
        LookedAt erased = new LookedAt(table);
        LookedAt over = new LookedAt(table);
        LookedAt followed = new LookedAt(table);
        for (LookedAt each : List.of(erased, over, followed)) {
            each.isSeen(NOW);
        }
        table.table.delete(ItemKey.citizen(erased.enquiry.citizen()));
        Enquiry next = Enquiry.opened(
                new Enquiry.Fresh(RandomId.next(table.random), followed.enquiry.place(), followed.enquiry.key()),
                followed.enquiry.identity(),
                table.text(NOW),
                RETENTION);
        table.table.put(EnquiryItem.write(next, table.random));

        erased.isGone(NOW);
        over.isTheSame(over.enquiry.expires().minusMillis(1));
        over.isGone(over.enquiry.expires());
        followed.isGone(NOW);
    }

    /** The tag names what was read before the messages: what comes between is shown without being named, and named next time. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void whatChangesWhileThePageIsAnsweredIsNotMissed(int call) {
        LookedAt page = new LookedAt(table);
        table.wire.calls();
        table.wire.before(call, () -> table.takes(MessageUpdates.lost(page.place(page.file), MediaFile.Problem.GONE)));

        page.isSeen(NOW);

        page.catchesUp(NOW);
    }

    /** What comes late finds no pointer any more, and makes none: nothing of what is erased comes back. */
    @Test
    void noCountComesBackForWhatIsBeingErased() {
        LookedAt page = new LookedAt(table);
        ItemKey pointer = ItemKey.pointer(page.enquiry.id());
        table.table.delete(pointer);

        table.refuses(MessageUpdates.lost(page.place(page.file), MediaFile.Problem.GONE));
        boolean moved = new DeliveryUpdates(table.table)
                .move(page.enquiry.id(), page.answer.id(), new Delivery(Delivery.State.UNCLEAR, OptionalLong.empty()));

        assertThat(moved).isFalse();
        assertThat(table.table.get(pointer)).isEmpty();
        assertThat(Attributes.text(table.item(page.place(page.file)), "media")).isEqualTo("WAITING");
    }
}
