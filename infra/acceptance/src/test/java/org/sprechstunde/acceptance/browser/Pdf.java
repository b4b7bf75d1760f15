package org.sprechstunde.acceptance.browser;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What Chromium puts on paper: how many sheets, and whether there is anything on them. */
record Pdf(int pages, boolean hasText, boolean hasPicture) {
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b");
    private static final Pattern STREAM = Pattern.compile("stream\\r?\\n(.*?)endstream", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("\\bT[jJ]\\s");
    private static final Pattern PICTURE = Pattern.compile("/Subtype\\s*/Image");
    private static final int LONGEST = 1_000_000;

    static Pdf read(byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        String drawn = STREAM.matcher(raw)
                .results()
                .map(match -> inflated(match.group(1).getBytes(StandardCharsets.ISO_8859_1)))
                .collect(Collectors.joining("\n"));
        return new Pdf(
                (int) PAGE.matcher(raw).results().count(),
                TEXT.matcher(drawn).find(),
                PICTURE.matcher(raw).find());
    }

    /** Drawing instructions are text; what is no deflated stream at all draws nothing. */
    private static String inflated(byte[] stream) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stream);
            byte[] bytes = new byte[LONGEST];
            return new String(Arrays.copyOf(bytes, inflater.inflate(bytes)), StandardCharsets.ISO_8859_1);
        } catch (DataFormatException e) {
            return "";
        } finally {
            inflater.end();
        }
    }
}
