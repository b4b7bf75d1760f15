package org.sprechstunde.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** What people read, from {@code /texts/<name>.properties}: words are edited there, never in code. */
public final class TextFile {
    /** Several parts of one function use the same file, and reading it costs a cold start. */
    private static final Map<String, TextFile> LOADED = new ConcurrentHashMap<>();

    private final Properties texts;

    private TextFile(Properties texts) {
        this.texts = texts;
    }

    public static TextFile load(String name) {
        return LOADED.computeIfAbsent(name, TextFile::read);
    }

    private static TextFile read(String name) {
        Properties texts = new Properties();
        try (InputStream in = TextFile.class.getResourceAsStream("/texts/" + name + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("texts are missing: " + name);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TextFile(texts);
    }

    /**
     * The text itself.
     *
     * @throws IllegalStateException if there is none
     */
    public String get(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("text is missing: " + key);
        }
        return text;
    }

    /** The text with each {@code {placeholder}} replaced by its value. */
    public String get(String key, Map<String, String> values) {
        String text = get(key);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }
}
