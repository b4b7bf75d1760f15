package org.sprechstunde.acceptance.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.repository.Repository;
import org.sprechstunde.store.ItemKey;

/** What is kept, said and sent stands in one list: nothing of the code is missing there, and the documents say the same. */
final class KeptListTest {
    private static final String FOLDER = "infra/handbook/datenschutz/";
    private static final String TEXTS = "functions/src/main/resources/texts/";

    /** Marks have no item of their own kind; each is known by the class that writes it. */
    private static final Pattern MARK =
            Pattern.compile("ItemKey\\.(seen|answer|templates|cannedReplies|person|week|logLine|code|guesses)\\(");

    private static final Pattern PERIOD = Pattern.compile("\\d+ (Tage?|Minuten)");

    private final StackTemplate template = StackTemplate.deployed();
    private final KeptList list = KeptList.read(template);

    @Test
    void everythingThatTheTableHoldsIsListed() {
        Set<String> marks = KeptList.sources().entrySet().stream()
                .filter(file -> MARK.matcher(file.getValue()).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(list.names("item")).containsExactlyInAnyOrder("citizen", "alias", "pointer", "message");
        assertThat(list.names("task"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Task.Kind.values()).map(Task.Kind::word).toList());
        assertThat(list.names("mark").stream().map(name -> name.replaceFirst("\\..*", "")))
                .containsAll(marks)
                .allMatch(marks::contains);
    }

    /** Or a new kind of item would be looked for by nobody. */
    @Test
    void everyPlaceInTheTableIsOneOfThose() {
        assertThat(Stream.of(ItemKey.class.getDeclaredMethods())
                        .filter(method -> Modifier.isStatic(method.getModifiers()))
                        .filter(method -> method.getReturnType().equals(ItemKey.class))
                        .map(Method::getName))
                .containsExactlyInAnyOrder(
                        "citizen",
                        "pointer",
                        "message",
                        "task",
                        "seen",
                        "answer",
                        "templates",
                        "cannedReplies",
                        "person",
                        "week",
                        "logHead",
                        "logLine",
                        "logKey",
                        "code",
                        "guesses",
                        "of");
    }

    @Test
    void everyTextThatTheTownSendsByItselfIsListed() throws IOException {
        Properties texts = properties(TEXTS + "citizen.de.properties");
        List<String> sent = texts.stringPropertyNames().stream()
                .filter(key -> texts.getProperty(key).contains("{numbers}"))
                .toList();

        assertThat(list.names("text")).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(list.names("text"))
                .containsAll(
                        Arrays.stream(AutoReply.values()).map(AutoReply::word).toList());
    }

    @Test
    void everyMailIsListed() throws IOException {
        assertThat(properties(TEXTS + "mayor.properties").stringPropertyNames().stream()
                        .filter(key -> key.endsWith(".subject"))
                        .map(key -> key.replace(".subject", "")))
                .containsExactlyInAnyOrderElementsOf(list.names("mail"));
    }

    @Test
    void everyoneThatTheFunctionsSpeakToIsListed() {
        List<String> spokenTo = new ArrayList<>(KeptList.words(Settings.Service.values()));
        template.parameters().stream()
                .filter(name -> name.matches(".*(ApiUrl|Host|Issuer)"))
                .forEach(spokenTo::add);

        assertThat(list.names("recipient")).containsExactlyInAnyOrderElementsOf(spokenTo);
    }

    @Test
    void theRecordSaysWhatIsKeptAndSentToWhom() {
        new GeneratedPart(FOLDER + "verzeichnis.md", "kept")
                .holds("| Was | Wie lange | Löschklasse |\n|---|---|---|\n"
                        + list.rows(list.kept().stream()
                                .map(kept -> List.of(kept.what(), kept.period(), kept.deletion()))));
        new GeneratedPart(FOLDER + "verzeichnis.md", "texts").holds(sentences());
        new GeneratedPart(FOLDER + "verzeichnis.md", "mails")
                .holds(list.names("mail").stream()
                        .map(name -> "- " + list.words("mail", name))
                        .collect(Collectors.joining("\n")));
        new GeneratedPart(FOLDER + "verzeichnis.md", "recipients")
                .holds("| Wohin | Was |\n|---|---|\n"
                        + list.rows(
                                list.names("recipient").stream().map(name -> List.of(list.words("recipient", name)))));
    }

    @Test
    void theNoticeTellsCitizensOfTheSameTexts() {
        new GeneratedPart(FOLDER + "hinweise.md", "texts").holds(sentences());
    }

    /** Periods that the code has and the deletion concept does not were once two truths. */
    @Test
    void theDeletionConceptHasEachClassWithItsPeriod() {
        String concept = Repository.text(FOLDER + "loeschkonzept.md");

        assertThat(list.kept()).allSatisfy(kept -> {
            String row = concept.lines()
                    .filter(line -> line.startsWith("| " + kept.deletion() + " |"))
                    .findFirst()
                    .orElse("");
            assertThat(row).as("class %s: %s", kept.deletion(), kept.what()).isNotEmpty();
            if (!kept.deletion().equals("1")) {
                assertThat(periods(kept.period())).as(kept.what()).allMatch(row::contains);
            }
        });
    }

    /** The notice once knew neither the week's numbers nor the mark of a code. */
    @Test
    void theNoticeTellsCitizensOfEachPeriod() {
        String notice = Repository.text(FOLDER + "hinweise.md").replaceAll("[⟨⟩]", "");
        String table = notice.substring(notice.indexOf("**Wie lange.**"), notice.indexOf("**Ihre Rechte.**"));

        assertThat(list.kept())
                .allSatisfy(kept -> assertThat(periods(kept.period()))
                        .as("class %s: %s", kept.deletion(), kept.what())
                        .allMatch(table::contains));
    }

    private static List<String> periods(String words) {
        return PERIOD.matcher(words).results().map(MatchResult::group).toList();
    }

    private String sentences() {
        return list.names("text").stream()
                .map(name -> "- " + list.words("text", name))
                .collect(Collectors.joining(";\n", "", "."));
    }

    private static Properties properties(String file) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Repository.text(file)));
        return properties;
    }
}
