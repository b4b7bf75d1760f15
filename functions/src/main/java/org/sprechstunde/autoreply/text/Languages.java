package org.sprechstunde.autoreply.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.platform.Settings;

/** The languages that the town answers in; the first is for everybody who is not known to write in another of them. */
public record Languages(List<Language> offered) {
    public Languages {
        offered = List.copyOf(offered);
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
                .map(code -> Language.of(code.strip())
                        .orElseThrow(() -> new IllegalArgumentException("CITIZEN_LANGUAGES names an unknown language: "
                                + code + "; known are de and en, such as de,en")))
                .distinct()
                .toList());
    }

    /** In which of them somebody is answered. */
    public Language answering(Optional<Language> heard) {
        return heard.filter(offered::contains).orElse(offered.getFirst());
    }
}
