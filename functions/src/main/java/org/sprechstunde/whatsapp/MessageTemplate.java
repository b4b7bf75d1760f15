package org.sprechstunde.whatsapp;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.sprechstunde.platform.Graphemes;

/**
 * A message that WhatsApp has approved for the town, which may be sent at any time.
 *
 * @param title by which the mayor knows it
 * @param text as it was approved, with gaps such as <code>{{1}}</code>
 * @param values what fills each gap
 */
public record MessageTemplate(String name, String language, String title, String text, List<Value> values) {
    private static final Pattern GAP = Pattern.compile("\\{\\{(\\d{1,2})}}");

    /** WhatsApp takes no line breaks in what fills a gap, and a name may be as long as its owner likes. */
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cc}]+");

    private static final int LONGEST_NAME = 60;

    /** What can fill a gap. */
    public sealed interface Value {}

    /** The same for everybody. */
    record Fixed(String text) implements Value {}

    /** The citizen's own name, or {@code otherwise} where none is known. */
    record Name(String otherwise) implements Value {}

    public MessageTemplate {
        values = List.copyOf(values);
        List<Integer> gaps = gaps(text);
        if (!gaps.equals(IntStream.rangeClosed(1, values.size()).boxed().toList())) {
            throw new IllegalStateException("a template's gaps are numbered from 1, and each has its value");
        }
    }

    /** What tells it from the town's other templates. */
    public String key() {
        return key(name, language);
    }

    static String key(String name, String language) {
        return name + " " + language;
    }

    private static List<Integer> gaps(String text) {
        return GAP.matcher(text)
                .results()
                .map(gap -> Integer.valueOf(gap.group(1)))
                .distinct()
                .sorted()
                .toList();
    }

    /** What fills the gaps for a citizen with this name, in order. */
    public List<String> parameters(Optional<String> name) {
        return values.stream().map(value -> filled(value, name)).toList();
    }

    /** The words as a citizen with this name reads them. */
    public String words(Optional<String> name) {
        return filled(parameters(name));
    }

    /** The words as the mayor reads them beforehand: {@code {name}} stands for any citizen's name. */
    public String preview() {
        return filled(parameters(Optional.of("{name}")));
    }

    private String filled(List<String> parameters) {
        return GAP.matcher(text).replaceAll(gap -> Matcher.quoteReplacement(parameters.get(index(gap))));
    }

    private static int index(MatchResult gap) {
        return Integer.parseInt(gap.group(1)) - 1;
    }

    private static String filled(Value value, Optional<String> name) {
        return switch (value) {
            case Fixed(String text) -> text;
            case Name(String otherwise) ->
                name.map(MessageTemplate::onOneLine)
                        .filter(known -> !known.isEmpty())
                        .orElse(otherwise);
        };
    }

    private static String onOneLine(String text) {
        String line = BLANKS.matcher(text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_NAME
                ? line
                : Graphemes.beginning(line, line.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }
}
