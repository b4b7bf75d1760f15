package org.sprechstunde.acceptance.hunt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * What is packed inside bytes: gzip and zlib, the tables and logs of LevelDB with their Snappy blocks, and anything
 * that could be base64, wamids above all. Brotli and zstd are not unpacked: the JDK has neither, and nothing of the
 * town's is sent in them (the hunt holds that).
 */
final class Unpacked {
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}");
    private static final int LARGEST = 64 * 1024 * 1024;
    private static final int DEEPEST = 2;

    private Unpacked() {}

    /** Everything that is inside, and inside that. */
    static Stream<byte[]> from(byte[] bytes) {
        return from(bytes, DEEPEST);
    }

    private static Stream<byte[]> from(byte[] bytes, int depth) {
        if (depth == 0) {
            return Stream.empty();
        }
        List<byte[]> found = new ArrayList<>();
        compressed(bytes, found);
        found.addAll(LevelDb.contents(bytes));
        List<byte[]> inside = new ArrayList<>(found);
        found.forEach(one -> from(one, depth - 1).forEach(inside::add));
        return Stream.concat(inside.stream(), base64(bytes));
    }

    private static void compressed(byte[] bytes, List<byte[]> found) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 0x1f && (bytes[i + 1] & 0xff) == 0x8b && bytes[i + 2] == 8) {
                inflate(bytes, i, GZIPInputStream::new, found);
            } else if (bytes[i] == 0x78 && (((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff)) % 31 == 0) {
                inflate(bytes, i, InflaterInputStream::new, found);
            }
        }
    }

    private interface Opener {
        InputStream open(InputStream packed) throws IOException;
    }

    /** What looked like a beginning may be none, and a file may have been cut: what came out counts. */
    private static void inflate(byte[] bytes, int from, Opener opener, List<byte[]> found) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = opener.open(new ByteArrayInputStream(bytes, from, bytes.length - from))) {
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0 && out.size() < LARGEST; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException _) {
            // Not packed, or not to its end.
        }
        if (out.size() > 0) {
            found.add(out.toByteArray());
        }
    }

    /** Where base64 begins cannot be seen from within, so all four places are tried. */
    private static Stream<byte[]> base64(byte[] bytes) {
        List<byte[]> found = new ArrayList<>();
        Matcher matcher = BASE64.matcher(new String(bytes, ISO_8859_1));
        while (matcher.find()) {
            String text = matcher.group().replace('-', '+').replace('_', '/');
            for (int from = 0; from < 4; from++) {
                int length = (text.length() - from) / 4 * 4;
                found.add(Base64.getDecoder().decode(text.substring(from, from + length)));
            }
        }
        return found.stream();
    }
}
