package org.sprechstunde.acceptance.simulation;

import java.security.SecureRandom;
import java.util.Random;

/** Looks like a secure random and repeats itself for the same seed. */
final class SeededRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final Random random = new Random();

    void restart(long seed) {
        random.setSeed(seed);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        random.nextBytes(bytes);
    }

    @Override
    public long nextLong(long bound) {
        return random.nextLong(bound);
    }
}
