package org.sprechstunde.acceptance.handbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A Markdown page. */
record HandbookPage(Path file, String text) {
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```(\\w*)\\n(.*?)^ *```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");

    static HandbookPage read(Path file) {
        try {
            return new HandbookPage(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where its links and pictures lead. */
    List<String> links() {
        return LINK.matcher(prose()).results().map(link -> link.group(1)).toList();
    }

    List<String> headings() {
        return HEADING.matcher(prose())
                .results()
                .map(heading -> heading.group(1).strip())
                .toList();
    }

    /** The names by which its headings can be linked to, as GitHub makes them. */
    List<String> anchors() {
        return headings().stream().map(HandbookPage::anchor).toList();
    }

    /** What stands in its blocks of commands, a line each; a line that ends in a backslash goes on. */
    List<String> commands() {
        return FENCE.matcher(text)
                .results()
                .filter(block -> block.group(1).equals("sh"))
                .flatMap(block -> block.group(2).replace("\\\n", " ").lines())
                .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String prose() {
        return FENCE.matcher(text).replaceAll("");
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.GERMAN)
                .replaceAll("[^\\p{L}\\p{N}\\- _]", "")
                .replace(' ', '-');
    }
}
