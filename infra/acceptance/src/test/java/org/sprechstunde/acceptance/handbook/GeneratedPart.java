package org.sprechstunde.acceptance.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.sprechstunde.repository.Repository;

/**
 * A part of a page that a test writes, between two comments that name it, so that it cannot lie.
 *
 * @param page path from the repository's root
 */
public record GeneratedPart(String page, String name) {
    private static final boolean WRITE = System.getProperty("handbook", "").equals("write");
    private static final String MEND = "infra/handbook/renew";

    /** Whether pages are to be written instead of checked. */
    public static boolean writing() {
        return WRITE;
    }

    /** Fails unless the part stands on the page as {@code text}; writes it there if that was asked for. */
    public void holds(String text) {
        String whole = Repository.text(page);
        int start = after(whole, "<!-- generated: " + name + " -->\n");
        int end = whole.indexOf("<!-- end: " + name + " -->", start);
        if (end < 0) {
            throw new IllegalStateException(page + " does not say where " + name + " ends");
        }
        String wanted = text.strip() + "\n";
        if (WRITE) {
            write(whole.substring(0, start) + wanted + whole.substring(end));
        } else {
            assertThat(whole.substring(start, end))
                    .as("%s: '%s' is no longer true. This mends it: %s", page, name, MEND)
                    .isEqualTo(wanted);
        }
    }

    private int after(String whole, String marker) {
        int start = whole.indexOf(marker);
        if (start < 0) {
            throw new IllegalStateException(page + " has no place for " + name);
        }
        return start + marker.length();
    }

    private void write(String whole) {
        try {
            Files.writeString(Repository.file(page), whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
