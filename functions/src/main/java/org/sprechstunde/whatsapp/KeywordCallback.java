package org.sprechstunde.whatsapp;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sprechstunde.enquiry.Keyword;

/**
 * What WhatsApp carries back with each status of an answer to a citizen's word.
 *
 * @param mark keyed hash of the mark under which the town finds again what it was about
 */
public record KeywordCallback(Keyword word, String mark) {
    private static final Pattern FORM = Pattern.compile("word/([a-z]+)/([0-9A-Za-z_-]{43})");

    public static Optional<KeywordCallback> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Keyword.of(form.group(1)).map(word -> new KeywordCallback(word, form.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "word/" + word.word() + "/" + mark;
    }
}
