package org.sprechstunde.emulator.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code multipart/form-data} body taken apart (RFC 7578); a library for it would bring more than it takes away. */
public final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)[; ]filename=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type: *([^\r\n]+)");

    /** One field or file of a form. */
    public record Part(String name, Optional<String> fileName, Body body) {}

    private final byte[] bytes;
    private final byte[] delimiter;

    private Multipart(byte[] bytes, String boundary) {
        this.bytes = bytes;
        this.delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The parts in their order; none if the body is no form. */
    public static List<Part> parts(WebRequest request) {
        Matcher boundary = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        return boundary.find() ? new Multipart(request.body(), boundary.group(1)).parts() : List.of();
    }

    /** The text of the field {@code name}, if the form has it. */
    public static Optional<String> field(List<Part> parts, String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name) && part.fileName().isEmpty())
                .findFirst()
                .map(part -> part.body().text());
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        int start = indexOf(delimiter, 0);
        while (start >= 0) {
            int from = start + delimiter.length;
            int end = indexOf(delimiter, from);
            if (end >= 0) {
                // A part stands between the line break after its delimiter and the one before the next.
                part(from + 2, end - 2).ifPresent(parts::add);
            }
            start = end;
        }
        return parts;
    }

    private Optional<Part> part(int from, int to) {
        int blank = indexOf("\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1), from);
        if (blank < 0 || blank + 4 > to) {
            return Optional.empty();
        }
        String head = new String(bytes, from, blank - from, StandardCharsets.UTF_8);
        byte[] content = Arrays.copyOfRange(bytes, blank + 4, to);
        String type = first(TYPE, head).map(String::strip).orElse("text/plain");
        return first(NAME, head).map(name -> new Part(name, first(FILE_NAME, head), new Body(type, content)));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private int indexOf(byte[] wanted, int from) {
        for (int i = from; i <= bytes.length - wanted.length; i++) {
            if (startsAt(i, wanted)) {
                return i;
            }
        }
        return -1;
    }

    private boolean startsAt(int at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
