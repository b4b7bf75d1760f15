package org.sprechstunde.connect;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** Every word that the admin reads, from one file per language. */
final class ConsoleTexts {
    private final Properties texts = new Properties();

    ConsoleTexts(Locale language) {
        String file = "/texts/connect." + language.getLanguage() + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ConsoleTexts.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** The text with its gaps {0}, {1} … filled. */
    String get(String key, Object... fillings) {
        return find(key, fillings).orElseThrow(() -> new IllegalArgumentException("there is no text " + key));
    }

    Optional<String> find(String key, Object... fillings) {
        return Optional.ofNullable(texts.getProperty(key)).map(text -> filled(text, fillings));
    }

    private static String filled(String text, Object... fillings) {
        String result = text;
        for (int i = 0; i < fillings.length; i++) {
            result = result.replace("{" + i + "}", String.valueOf(fillings[i]));
        }
        return result;
    }
}
