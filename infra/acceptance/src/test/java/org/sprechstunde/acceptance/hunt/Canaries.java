package org.sprechstunde.acceptance.hunt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Makes canaries, new ones for every run, and remembers them. */
final class Canaries {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";
    private static final int HALF_WORD = 6;
    private static final int JOINED = 4;
    private static final String JOINER = "\u200d";
    private static final int FIRST_ANIMAL = 0x1F400;
    private static final int LAST_ANIMAL = 0x1F43E;

    private final SecureRandom random = new SecureRandom();
    private final List<Canary> all = new ArrayList<>();

    List<Canary> all() {
        return List.copyOf(all);
    }

    /** Two words with umlauts that nobody has written before. */
    String text(String kind) {
        String value = word() + " " + word();
        all.add(Canary.text(kind, value));
        return value;
    }

    /** One word of plain letters, for what must be ASCII. */
    String plain(String kind) {
        String value = letters(LETTERS, 3 * HALF_WORD);
        all.add(Canary.text(kind, value));
        return value;
    }

    /** A code that the town has made up; returned as it was told. */
    String code(String kind, String spelled) {
        all.add(Canary.text(kind, spelled.replace("-", "")));
        return spelled;
    }

    String phone(String kind) {
        String value = "49" + letters(DIGITS, 13);
        all.add(Canary.phone(kind, value));
        return value;
    }

    String bsuid(String kind) {
        String value = "DE." + letters(LETTERS + DIGITS, 22);
        all.add(Canary.bsuid(kind, value));
        return value;
    }

    /** An emoji that nobody has joined like this before. */
    String emoji(String kind) {
        String value = random.ints(JOINED, FIRST_ANIMAL, LAST_ANIMAL + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining(JOINER));
        all.add(Canary.text(kind, value));
        return value;
    }

    /** One of the demonstration's files, with canaries in it where readers do not look and nothing is cleaned away. */
    byte[] file(String kind, String demoFile) {
        byte[] secret = new byte[24];
        random.nextBytes(secret);
        ByteArrayOutputStream hidden = new ByteArrayOutputStream();
        hidden.writeBytes(text(kind + "'s words").getBytes(UTF_8));
        hidden.writeBytes(secret);
        byte[] file = Hiding.in(demo(demoFile), hidden.toByteArray());
        all.add(Canary.file(kind + "'s bytes", secret, file));
        return file;
    }

    private String word() {
        String first = letters(LETTERS, HALF_WORD);
        return first.substring(0, 1).toUpperCase(Locale.ROOT)
                + first.substring(1)
                + (random.nextBoolean() ? "ü" : "ö")
                + letters(LETTERS, HALF_WORD);
    }

    private String letters(String alphabet, int count) {
        StringBuilder word = new StringBuilder();
        random.ints(count, 0, alphabet.length()).forEach(i -> word.append(alphabet.charAt(i)));
        return word.toString();
    }

    private static byte[] demo(String name) {
        try (InputStream in = Canaries.class.getResourceAsStream("/demo/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
