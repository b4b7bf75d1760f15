package org.sprechstunde.autoreply.text;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.platform.TextFile;

/** The town's words in one language. */
public final class LocalizedTexts {
    private final TextFile textFile;
    private final Map<String, String> town;
    private final DateTimeFormatter time;

    /** The words in {@code textFile}, with the values of {@code town} wherever they name them. */
    LocalizedTexts(TextFile textFile, Map<String, String> town, DateTimeFormatter time) {
        this.textFile = textFile;
        this.town = Map.copyOf(town);
        this.time = time;
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
        return time.format(instant);
    }
}
