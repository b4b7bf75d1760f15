package org.sprechstunde.acceptance.hunt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A file of the mayor's, sealed by the browser and put where the town said. */
record CanaryFile(String type, byte[] bytes, String name) {
    private static final int IV = 12;
    private static final int TAG_BITS = 128;

    /** Puts it into the bucket; returns the part of a reply that names it. */
    ObjectNode upload(TappedMayor mayor, String enquiry) {
        JsonNode place = mayor.attachment(enquiry, type, bytes.length);
        byte[] sealed = sealed(
                Base64.getDecoder().decode(place.path("key").asText()),
                place.path("context").asText());
        mayor.send(HttpRequest.newBuilder(URI.create(place.path("url").asText()))
                .header("content-type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(sealed)));
        return CanaryMessages.object()
                .put("object", place.path("object").asText())
                .put("key", place.path("key").asText())
                .put("fileName", name);
    }

    private byte[] sealed(byte[] key, String context) {
        byte[] iv = new byte[IV];
        new SecureRandom().nextBytes(iv);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(context.getBytes(UTF_8));
            ByteArrayOutputStream sealed = new ByteArrayOutputStream();
            sealed.writeBytes(iv);
            sealed.writeBytes(cipher.doFinal(bytes));
            return sealed.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
