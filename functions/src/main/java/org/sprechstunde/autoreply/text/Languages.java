package org.sprechstunde.autoreply.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.platform.Settings;

/**
 * The languages that the town answers in; the first is for everybody who is not known to write in another of them.
 *
 * @param offered in which texts each is answered: its own code, or that of easier words
 */
public record Languages(Map<Language, String> offered) {
    /** German in easy words, in the place of the usual: who needs it writes no other language. */
    private static final String EASY_GERMAN = "de-simple";

    public Languages {
        offered = Collections.unmodifiableMap(new LinkedHashMap<>(offered));
        if (offered.isEmpty()) {
            throw new IllegalArgumentException("a town answers in one language at least");
        }
    }

    /**
     * Those of the town's settings, such as {@code de,en}.
     *
     * @throws IllegalArgumentException if one of them is none of ours
     */
    public static Languages of(Settings settings) {
        return new Languages(Stream.of(settings.texts().languages().split(",", -1))
                .map(String::strip)
                .collect(Collectors.toMap(Languages::language, code -> code, (first, _) -> first, LinkedHashMap::new)));
    }

    private static Language language(String code) {
        return code.equals(EASY_GERMAN)
                ? Language.DE
                : Language.of(code)
                        .orElseThrow(() -> new IllegalArgumentException("CITIZEN_LANGUAGES names an unknown language: "
                                + code + "; known are " + known() + ", such as de,en"));
    }

    private static String known() {
        return Stream.concat(Stream.of(Language.values()).map(Language::code), Stream.of(EASY_GERMAN))
                .collect(Collectors.joining(", "));
    }

    /** In which of them somebody is answered. */
    public Language answering(Optional<Language> heard) {
        return heard.filter(offered::containsKey)
                .orElseGet(() -> offered.keySet().iterator().next());
    }
}
