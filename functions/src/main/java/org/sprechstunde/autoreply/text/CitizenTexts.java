package org.sprechstunde.autoreply.text;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.platform.Services;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.platform.TextFile;
import org.sprechstunde.platform.TextSettings;

/** What citizens read, each in their language as far as it is known and the town speaks it. */
public final class CitizenTexts {
    private final Languages languages;
    private final Map<Language, LocalizedTexts> speeches = new EnumMap<>(Language.class);

    /** The texts of that town. */
    public static CitizenTexts of(Services services) {
        return services.once(
                CitizenTexts.class, known -> new CitizenTexts(known.platform().settings()));
    }

    public CitizenTexts(Settings settings) {
        this.languages = Languages.of(settings);
        languages.offered().forEach((language, texts) -> speeches.put(language, speech(language, texts, settings)));
    }

    /** Whoever lives in the town reads a German weekday more easily than one in a third language. */
    private static LocalizedTexts speech(Language language, String texts, Settings settings) {
        TextFile textFile = TextFile.load("citizen." + texts);
        String hours = language == Language.EN ? settings.texts().englishHours() : settings.townHallHours();
        Map<String, String> town = Map.of(
                "town", settings.town(),
                "hours", hours,
                "notice", settings.privacyNotice().toString(),
                "numbers", textFile.get("numbers"),
                "mayor", mayor(textFile, settings.texts().mayor()),
                "whatsapp", textFile.get("whatsapp." + settings.texts().storage()));
        return new LocalizedTexts(textFile, town, language.locale());
    }

    private static String mayor(TextFile textFile, TextSettings.Mayor mayor) {
        return (textFile.get("mayor." + mayor.form()) + " " + mayor.name()).strip();
    }

    /** The words for somebody who writes in {@code heard}, if that is known. */
    public LocalizedTexts in(Optional<Language> heard) {
        return Objects.requireNonNull(speeches.get(languages.answering(heard)));
    }
}
