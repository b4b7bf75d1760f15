package org.sprechstunde.acceptance.handbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sprechstunde.repository.Repository;

/**
 * The one list of all that is kept, said of itself and sent to whom, in the words of the documents; periods come from the
 * code and the template.
 */
record KeptList(Map<String, String> lines, StackTemplate template) {
    private static final String WORDS = "infra/acceptance/src/test/resources/handbook/kept.properties";
    private static final String CODE = "functions/src/main/java";
    private static final Pattern PERIOD = Pattern.compile("\\{(\\w+)(?:\\.(\\w+))?}");

    /** What is kept: under which class of the deletion concept, what, and how long. */
    record Kept(String deletion, String what, String period) {}

    static KeptList read(StackTemplate template) {
        Map<String, String> lines = Repository.text(WORDS)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1], (one, _) -> one, LinkedHashMap::new));
        return new KeptList(lines, template);
    }

    /** The names of one kind, such as {@code text}. */
    List<String> names(String kind) {
        return lines.keySet().stream()
                .filter(key -> key.startsWith(kind + "."))
                .map(key -> key.substring(kind.length() + 1))
                .toList();
    }

    String words(String kind, String name) {
        return filled(lines.getOrDefault(kind + "." + name, ""));
    }

    List<Kept> kept() {
        return Stream.of("item", "task", "mark")
                .flatMap(kind -> names(kind).stream().map(name -> kept(words(kind, name))))
                .toList();
    }

    private static Kept kept(String line) {
        String[] parts = line.split(" \\| ", -1);
        return new Kept(parts[0], parts[1], parts[2]);
    }

    /** Rows of a table, of what stands between bars. */
    String rows(Stream<List<String>> rows) {
        return rows.map(row -> "| " + String.join(" | ", row) + " |").collect(Collectors.joining("\n"));
    }

    private String filled(String line) {
        return PERIOD.matcher(line).replaceAll(this::period);
    }

    private String period(MatchResult place) {
        String constant = place.group(2);
        return Matcher.quoteReplacement(
                constant == null ? template.standard(place.group(1)) : period(place.group(1), constant));
    }

    /** As the code has it, or the list does not hold. */
    private static String period(String type, String constant) {
        Matcher found = Pattern.compile("Duration " + constant + " = Duration\\.of(Days|Minutes)\\((\\d+)\\)")
                .matcher(source(type));
        if (!found.find()) {
            throw new IllegalStateException(type + " has no period " + constant);
        }
        String number = found.group(2);
        String unit = found.group(1).equals("Days") ? "Tag" : "Minute";
        String ending = number.equals("1") ? "" : unit.equals("Tag") ? "e" : "n";
        return number + " " + unit + ending;
    }

    private static String source(String type) {
        return sources().entrySet().stream()
                .filter(file -> file.getKey().equals(type))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no " + type));
    }

    /** The code of the functions, by type. */
    static Map<String, String> sources() {
        try (Stream<Path> files = Files.walk(Repository.file(CODE))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(Collectors.toMap(KeptList::type, file -> Repository.text(relative(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String relative(Path file) {
        return Repository.file("").relativize(file).toString();
    }

    static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
