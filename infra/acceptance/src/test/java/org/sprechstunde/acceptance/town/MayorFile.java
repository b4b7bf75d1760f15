package org.sprechstunde.acceptance.town;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.imageio.ImageIO;

/** A file of the mayor's on its way into the bucket: asked for, sealed and sent as the page does it. */
record MayorFile(String object, String key, String context, URI url) {
    private static final int IV = 12;
    private static final int TAG_BITS = 128;

    static String wish(String type, int bytes) {
        return Webhooks.object().put("type", type).put("bytes", bytes).toString();
    }

    /** Asks for an address and uploads {@code file} there. */
    static MayorFile upload(TestTown town, String enquiry, String type, byte[] file) {
        MayorFile promised = promise(town, enquiry, type, file.length);
        int status = promised.put(promised.sealed(file), "application/octet-stream");
        if (status != 200) {
            throw new AssertionError("the bucket answered " + status);
        }
        return promised;
    }

    static MayorFile promise(TestTown town, String enquiry, String type, int bytes) {
        ApiClient.Answer answer = town.api().attach(enquiry, wish(type, bytes));
        if (answer.status() != 201) {
            throw new AssertionError("no address: " + answer.problem());
        }
        JsonNode body = answer.body();
        return new MayorFile(
                body.path("object").asText(),
                body.path("key").asText(),
                body.path("context").asText(),
                URI.create(body.path("url").asText()));
    }

    /** The bucket's answer. */
    int put(byte[] bytes, String type) {
        return ApiClient.send(HttpRequest.newBuilder(url)
                        .header("content-type", type)
                        .PUT(BodyPublishers.ofByteArray(bytes))
                        .build())
                .statusCode();
    }

    byte[] sealed(byte[] plain) {
        byte[] iv = new byte[IV];
        new SecureRandom().nextBytes(iv);
        byte[] sealed = Arrays.copyOf(iv, IV + plain.length + TAG_BITS / Byte.SIZE);
        System.arraycopy(gcm(Cipher.ENCRYPT_MODE, iv, plain), 0, sealed, IV, sealed.length - IV);
        return sealed;
    }

    /** The plain file in what lies in the bucket. */
    static byte[] opened(JsonNode media) {
        byte[] sealed = ApiClient.fetch(URI.create(media.path("url").asText())).body();
        MayorFile file = new MayorFile(
                "", media.path("key").asText(), media.path("context").asText(), URI.create("about:blank"));
        return file.gcm(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, IV), Arrays.copyOfRange(sealed, IV, sealed.length));
    }

    private byte[] gcm(int mode, byte[] iv, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var secret = new SecretKeySpec(Base64.getDecoder().decode(key), "AES");
            cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(context.getBytes(UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A reply with this file. */
    ObjectNode reply() {
        ObjectNode reply = Webhooks.object();
        reply.putObject("attachment").put("object", object).put("key", key);
        return reply;
    }

    static byte[] picture(String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** As long as wanted; of a PDF it has the beginning. */
    static byte[] pdf(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        byte[] head = "%PDF-1.7\n".getBytes(UTF_8);
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }
}
