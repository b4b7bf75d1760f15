package org.sprechstunde.texts;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.sprechstunde.enquiry.AutomaticText;
import org.sprechstunde.platform.Texts;

/** The town's words in one language. */
public final class Speech {
    private final Texts texts;
    private final Map<String, String> town;
    private final DateTimeFormatter time;

    /** The words in {@code texts}, with the values of {@code town} wherever they name them. */
    Speech(Texts texts, Map<String, String> town, DateTimeFormatter time) {
        this.texts = texts;
        this.town = Map.copyOf(town);
        this.time = time;
    }

    public String get(String key) {
        return texts.get(key, town);
    }

    /** The text with further values than those of the town. */
    public String get(String key, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(town);
        all.putAll(values);
        return texts.get(key, all);
    }

    public String get(AutomaticText text) {
        return get(text.word());
    }

    /** A time by the town's clock, as this language writes it. */
    public String time(Instant instant) {
        return time.format(instant);
    }
}
