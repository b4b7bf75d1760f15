package org.sprechstunde.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sprechstunde.enquiry.AttachmentType;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.RandomId;

/**
 * What a call carries, in memory: it may be asked for a second time.
 *
 * @param parts follow each other
 */
record RequestBody(String type, List<byte[]> parts) {
    static final RequestBody NOTHING = new RequestBody("", List.of());

    static RequestBody json(JsonNode json) {
        return new RequestBody("application/json", List.of(Json.bytes(json)));
    }

    /**
     * A form with one file (RFC 7578), which never bears the name that its owner gave it.
     *
     * @param boundary random, so that no file can contain it
     */
    static RequestBody form(RandomId boundary, Map<String, String> fields, AttachmentType type, byte[] file) {
        String head = fields.entrySet().stream()
                .map(field -> "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, field.getKey(), field.getValue()))
                .collect(Collectors.joining());
        String fileHead =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file.%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(boundary, type.fileType().word(), type.mimeType());
        String end = "\r\n--%s--\r\n".formatted(boundary);
        return new RequestBody(
                "multipart/form-data; boundary=" + boundary, List.of(ascii(head + fileHead), file, ascii(end)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    long length() {
        return parts.stream().mapToLong(part -> part.length).sum();
    }

    InputStream stream() {
        return parts.stream()
                .<InputStream>map(ByteArrayInputStream::new)
                .reduce(SequenceInputStream::new)
                .orElseGet(InputStream::nullInputStream);
    }
}
