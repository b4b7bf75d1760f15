package org.sprechstunde.acceptance.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sprechstunde.repository.Repository;

/** Each state has its law in the papers: what is known with its source, and what is not, open; never what holds in another. */
final class StatesTest {
    private static final String FOLDER = Handbook.FOLDER + "/datenschutz/";

    /** Where the papers are written down as they are called there. */
    private static final StateProfile HESSE = StateProfile.of("HE");

    private static final List<String> QUESTIONS =
            List.copyOf(StateProfile.questions().keySet());

    /** Words that tell of Hesse alone; what is told of it on purpose is named with the state. */
    private static final Pattern HESSIAN =
            Pattern.compile("Hessische|HDSIG|HVwVfG|HArchivG|HBDI|HessBGG|HVBIT|HPVG|Wiesbaden|Gießen|hessen\\.de");

    static Stream<StateProfile> states() {
        var values = StackTemplate.deployed().root().at("/Parameters/FederalState/AllowedValues");
        return StreamSupport.stream(values.spliterator(), false).map(code -> StateProfile.of(code.asText()));
    }

    @ParameterizedTest
    @MethodSource("states")
    void eachAnswersEachQuestionWithItsSourceOrLeavesItOpen(StateProfile state) {
        assertThat(state.name()).isNotBlank();
        assertThat(state.asked()).containsExactlyInAnyOrderElementsOf(QUESTIONS);
        assertThat(QUESTIONS)
                .allMatch(question -> state.isOpen(question)
                        || (!state.answer(question).isBlank()
                                && !state.source(question).isBlank()));
    }

    @Test
    void hesseIsComplete() {
        assertThat(QUESTIONS).noneMatch(HESSE::isOpen);
    }

    /** An address or a section that two states share was copied. */
    @Test
    void noStateHasWhatIsAnothers() {
        for (String question :
                List.of("authority", "authority.mail", "authority.web", "enforcement.mail", "archive.rule")) {
            assertThat(states().filter(state -> !state.isOpen(question)).map(state -> state.answer(question)))
                    .doesNotHaveDuplicates();
        }
    }

    /** Or another state's folder would not get its own. */
    @Test
    void whatThePapersSayOfHesseIsInItsProfileWordForWord() {
        String papers =
                papers().map(HandbookPage::text).map(StatesTest::onOneLine).collect(Collectors.joining("\n"));

        assertThat(QUESTIONS).allMatch(question -> papers.contains(onOneLine(HESSE.answer(question))));
    }

    @Test
    void whatHoldsInHesseAloneIsNowhereElseInThem() {
        assertThat(papers()).allSatisfy(page -> {
            String text = onOneLine(page.text());
            for (String question : byLength()) {
                text = text.replace(onOneLine(HESSE.answer(question)), "");
            }
            assertThat(HESSIAN.matcher(text).results().map(found -> found.group()))
                    .as(page.file().toString())
                    .isEmpty();
        });
    }

    @Test
    void theOverviewSaysWhatIsKnownOfEach() {
        new GeneratedPart(FOLDER + "laender.md", "states")
                .holds(states().map(StatesTest::section).collect(Collectors.joining("\n\n")));
    }

    /** Most states have two, and whoever only takes samples once stood there as the one to turn to. */
    @ParameterizedTest
    @MethodSource("states")
    void whoEnforcesIsNobodyWhoOnlyMonitors(StateProfile state) {
        assertThat(state.answer("enforcement").replace("Durchsetzungs- und Überwachungsstelle", ""))
                .doesNotContain("Überwachungsstelle");
        if (state.isOpen("enforcement")) {
            assertThat(List.of("enforcement.address", "enforcement.mail", "enforcement.web"))
                    .allMatch(state::isOpen);
        }
    }

    /** What people read who meet a barrier is the same as in the papers. */
    @Test
    void thePageNamesTheSameBodies() {
        String page = Repository.text("functions/src/main/page/src/statement/enforcement.ts");

        assertThat(states()).allSatisfy(state -> {
            boolean known = !state.isOpen("enforcement") && !state.isOpen("enforcement.web");
            assertThat(page.contains("  " + state.code() + ": {"))
                    .as(state.code())
                    .isEqualTo(known);
            if (known) {
                assertThat(page)
                        .contains(
                                "'" + state.answer("enforcement") + "'", "'https://" + state.answer("enforcement.web"));
            }
        });
    }

    private static String section(StateProfile state) {
        var words = StateProfile.questions();
        String known = QUESTIONS.stream()
                .filter(question -> !state.isOpen(question))
                .map(question -> "| " + words.get(question) + " | " + state.answer(question) + " | "
                        + state.source(question) + " |")
                .collect(Collectors.joining("\n"));
        String open = QUESTIONS.stream().filter(state::isOpen).map(words::get).collect(Collectors.joining(" · "));
        return "## " + state.name() + "\n\n| Frage | Antwort | Quelle |\n|---|---|---|\n" + known
                + (open.isEmpty() ? "" : "\n\n**Offen:** " + open);
    }

    private static Stream<HandbookPage> papers() {
        return Handbook.pages().stream()
                .filter(page -> page.file().startsWith(Repository.file(FOLDER)))
                .filter(page -> !page.file().endsWith("laender.md"));
    }

    private static List<String> byLength() {
        return QUESTIONS.stream()
                .sorted((one, other) ->
                        HESSE.answer(other).length() - HESSE.answer(one).length())
                .toList();
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\n(> ?)?", " ").replaceAll("\\s+", " ");
    }
}
