package org.sprechstunde.acceptance.handbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sprechstunde.repository.Repository;

/** What of a state's law the papers name, and where it was found. */
record StateProfile(String code, Map<String, String> lines) {
    private static final String FOLDER = Handbook.FOLDER + "/laender/";
    private static final String OPEN = "offen";
    private static final String SOURCE = " | ";

    static StateProfile of(String code) {
        return new StateProfile(code, properties(code));
    }

    /** What is asked of each state, in words, in the order of the overview. */
    static Map<String, String> questions() {
        return properties("fragen");
    }

    String name() {
        return lines.getOrDefault("name", "");
    }

    List<String> asked() {
        return lines.keySet().stream().filter(key -> !key.equals("name")).toList();
    }

    boolean isOpen(String question) {
        return line(question).equals(OPEN);
    }

    String answer(String question) {
        return line(question).split(" \\| ", 2)[0];
    }

    String source(String question) {
        return line(question).contains(SOURCE) ? line(question).split(" \\| ", 2)[1] : "";
    }

    private String line(String question) {
        return lines.getOrDefault(question, "");
    }

    private static Map<String, String> properties(String name) {
        return Repository.text(FOLDER + name + ".properties")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" = ", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1], (one, _) -> one, LinkedHashMap::new));
    }
}
