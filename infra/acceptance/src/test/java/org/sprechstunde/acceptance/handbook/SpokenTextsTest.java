package org.sprechstunde.acceptance.handbook;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sprechstunde.autoreply.text.CitizenTexts;
import org.sprechstunde.autoreply.text.LocalizedTexts;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.local.ExampleTown;
import org.sprechstunde.local.engine.FunctionEnvironment;
import org.sprechstunde.local.template.TownTemplate;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.repository.Repository;

/** What citizens read, filled in as in a town of the template's defaults: one page for each language, read in a minute. */
final class SpokenTextsTest {
    private static final String EASY_GERMAN = "de-simple";

    /** The Friday evening before the first Advent; the town hall opens on Monday. */
    private static final Instant BACK = Instant.parse("2026-11-30T07:00:00Z");

    private static final Instant SINCE = Instant.parse("2026-11-27T19:30:00Z");
    private static final Instant UNTIL = Instant.parse("2026-12-27T19:30:00Z");
    private static final Instant LATEST = Instant.parse("2027-02-25T19:30:00Z");

    private final KeptList list = KeptList.read(StackTemplate.deployed());

    static List<String> languages() {
        return Stream.concat(Arrays.stream(Language.values()).map(Language::code), Stream.of(EASY_GERMAN))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachPageHasWhatIsSent(String language) throws IOException {
        LocalizedTexts texts = texts(language);

        String page = list.names("text").stream()
                .map(name -> "**" + heading(name) + "**\n\n" + quoted(text(texts, name)))
                .collect(Collectors.joining("\n\n"));

        new GeneratedPart(Handbook.FOLDER + "/texte/" + language + ".md", "texts").holds(page);
    }

    private String heading(String name) {
        return "`" + name + "` " + list.words("text", name);
    }

    private static String text(LocalizedTexts texts, String name) {
        Map<String, String> values = new HashMap<>();
        values.put("back", texts.day(BACK));
        values.put("outside", texts.get("greeting.outside", values));
        values.put("files", "100");
        values.put("identity", texts.get("identity.name") + texts.get("identity.comma") + texts.get("identity.phone"));
        values.put("messages", texts.get("messages.many", Map.of("count", "3")));
        values.put("answers", texts.get("answers.one"));
        values.put("since", texts.time(SINCE));
        values.put("until", texts.time(UNTIL));
        values.put("latest", texts.time(LATEST));
        values.put("place", texts.get("place.frankfurt"));
        if (name.equals("information")) {
            values.put("files", texts.get("files.one"));
        }
        String text = texts.get(name, values);
        return name.equals("erase") ? text + "\n\n[ " + texts.get("erase.button") + " ]" : text;
    }

    private static String quoted(String text) {
        return text.lines()
                .map(line -> ("> " + line).strip() + (line.isBlank() ? "" : "  "))
                .collect(Collectors.joining("\n"));
    }

    private static LocalizedTexts texts(String language) throws IOException {
        Map<String, String> parameters =
                ExampleTown.with(Map.of("CitizenLanguages", language, "WhatsAppPhoneNumberId", "1"));
        var given = new FunctionEnvironment(Map.of(
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "key",
                "AWS_SECRET_ACCESS_KEY", "secret"));
        Map<String, String> environment = given.of(TownTemplate.read(Repository.file("template.yaml"), parameters)
                .functions()
                .getFirst());
        return new CitizenTexts(Settings.of(environment)).in(Optional.empty());
    }
}
