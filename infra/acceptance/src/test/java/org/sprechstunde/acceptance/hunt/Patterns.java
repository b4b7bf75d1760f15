package org.sprechstunde.acceptance.hunt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds any of thousands of byte patterns in one pass: eight bytes at a time are looked up among the patterns'
 * beginnings, and hardly ever are they one.
 */
final class Patterns {
    private static final int WINDOW = 8;
    private static final int FILTER_BITS = 24;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final Map<Long, List<Pattern>> byBeginning = new HashMap<>();
    private final BitSet beginnings = new BitSet(1 << FILTER_BITS);

    /** Which form of which canary a pattern is. */
    record Meaning(String canary, Encoding form) {}

    /** One spelling; the same bytes may be several forms. */
    private record Pattern(byte[] bytes, Set<Meaning> meanings) {}

    Patterns(Collection<Canary> canaries) {
        Map<String, Pattern> byBytes = new LinkedHashMap<>();
        for (Canary canary : canaries) {
            for (Encoding form : Encoding.values()) {
                form.of(canary)
                        .forEach(bytes -> byBytes.computeIfAbsent(
                                        key(bytes), _ -> new Pattern(bytes, new LinkedHashSet<>()))
                                .meanings()
                                .add(new Meaning(canary.kind(), form)));
            }
        }
        byBytes.values().forEach(this::add);
    }

    int count() {
        return byBeginning.values().stream().mapToInt(List::size).sum();
    }

    /** Everything that is found anywhere in {@code bytes}. */
    Set<Meaning> in(byte[] bytes) {
        Set<Meaning> found = new LinkedHashSet<>();
        long window = 0;
        for (int i = 0; i < bytes.length; i++) {
            window = (window << 8) | (bytes[i] & 0xff);
            if (i >= WINDOW - 1 && beginnings.get(slot(window))) {
                for (Pattern pattern : byBeginning.getOrDefault(window, List.of())) {
                    if (standsAt(bytes, i - WINDOW + 1, pattern.bytes())) {
                        found.addAll(pattern.meanings());
                    }
                }
            }
        }
        return found;
    }

    private void add(Pattern pattern) {
        if (pattern.bytes().length < WINDOW) {
            throw new IllegalArgumentException("a pattern of fewer than " + WINDOW + " bytes would be found by chance");
        }
        long window = 0;
        for (int i = 0; i < WINDOW; i++) {
            window = (window << 8) | (pattern.bytes()[i] & 0xff);
        }
        byBeginning.computeIfAbsent(window, _ -> new ArrayList<>()).add(pattern);
        beginnings.set(slot(window));
    }

    private static int slot(long window) {
        return (int) ((window * MIX) >>> (Long.SIZE - FILTER_BITS));
    }

    private static boolean standsAt(byte[] bytes, int at, byte[] pattern) {
        if (bytes.length - at < pattern.length) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            if (bytes[at + i] != pattern[i]) {
                return false;
            }
        }
        return true;
    }

    private static String key(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
