package org.sprechstunde.autoreply.text;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.platform.TextFile;

/** The town's words in one language. */
public final class LocalizedTexts {
    private final TextFile textFile;
    private final Map<String, String> town;
    private final Locale locale;

    /** The words in {@code textFile}, with the values of {@code town} wherever they name them. */
    LocalizedTexts(TextFile textFile, Map<String, String> town, Locale locale) {
        this.textFile = textFile;
        this.town = Map.copyOf(town);
        this.locale = locale;
    }

    public String get(String key) {
        return textFile.get(key, town);
    }

    /** The text with further values than those of the town. */
    public String get(String key, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(town);
        all.putAll(values);
        return textFile.get(key, all);
    }

    public String get(AutoReply text) {
        return get(text.word());
    }

    /** A time by the town's clock, as this language writes it. */
    public String time(Instant instant) {
        return written("time", instant);
    }

    /** A time in the next days by the town's clock, with its weekday and without the year. */
    public String day(Instant instant) {
        return written("day", instant);
    }

    private String written(String pattern, Instant instant) {
        return DateTimeFormatter.ofPattern(textFile.get(pattern), locale)
                .withZone(Settings.ZONE)
                .format(instant);
    }
}
