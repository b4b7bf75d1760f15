package org.sprechstunde.acceptance.hunt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * An HTTP/1.1 request or response as it went over the wire.
 *
 * @param head first line and headers, with the empty line
 * @param wire the body as it was sent
 * @param body the same without chunk sizes
 */
record HttpMessage(byte[] head, byte[] wire, byte[] body) {
    private static final HttpMessage NONE = new HttpMessage(new byte[0], new byte[0], new byte[0]);

    static HttpMessage none() {
        return NONE;
    }

    boolean isMissing() {
        return head.length == 0;
    }

    /** The next head; empty at the end of the connection. */
    static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            head.write(octet);
            last = (last << 8) | octet;
            if (last == 0x0d0a0d0a) {
                break;
            }
        }
        return head.toByteArray();
    }

    /** The whole message whose head has been read; what is cut off counts as far as it came. */
    static HttpMessage read(byte[] head, InputStream in, boolean answer) throws IOException {
        var bare = new HttpMessage(head, new byte[0], new byte[0]);
        if (bare.header("transfer-encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
            return chunked(head, in);
        }
        Optional<Integer> length = bare.header("content-length").map(Integer::valueOf);
        if (length.isPresent()) {
            byte[] body = in.readNBytes(length.get());
            return new HttpMessage(head, body, body);
        }
        if (!answer || bare.status() == 204 || bare.status() == 304) {
            return bare;
        }
        byte[] body = in.readAllBytes();
        return new HttpMessage(head, body, body);
    }

    void write(OutputStream out) throws IOException {
        out.write(head);
        out.write(wire);
        out.flush();
    }

    /** Such as {@code GET /path HTTP/1.1}. */
    String firstLine() {
        return lines()[0];
    }

    Optional<String> header(String name) {
        for (String line : lines()) {
            if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                return Optional.of(line.substring(name.length() + 1).strip());
            }
        }
        return Optional.empty();
    }

    int status() {
        String[] words = firstLine().split(" ", 3);
        return words.length > 1 && words[0].startsWith("HTTP") ? Integer.parseInt(words[1]) : 0;
    }

    /** Whether the connection cannot be used any more after this. */
    boolean isLast() {
        return header("connection").filter("close"::equalsIgnoreCase).isPresent()
                || header("content-length")
                        .filter(length -> Integer.parseInt(length) > body.length)
                        .isPresent();
    }

    private String[] lines() {
        return new String(head, ISO_8859_1).split("\r\n", -1);
    }

    private static HttpMessage chunked(byte[] head, InputStream in) throws IOException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size;
        do {
            String line = line(in, wire);
            size = line.isEmpty() ? 0 : Integer.parseInt(line.split(";", 2)[0].strip(), 16);
            byte[] chunk = in.readNBytes(size);
            wire.writeBytes(chunk);
            body.writeBytes(chunk);
            line(in, wire);
        } while (size > 0);
        return new HttpMessage(head, wire.toByteArray(), body.toByteArray());
    }

    private static String line(InputStream in, ByteArrayOutputStream wire) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            wire.write(octet);
            if (octet == '\n') {
                break;
            }
            line.append((char) octet);
        }
        return line.toString().strip();
    }
}
