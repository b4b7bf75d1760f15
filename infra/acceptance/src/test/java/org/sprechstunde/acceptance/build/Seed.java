package org.sprechstunde.acceptance.build;

/** Chance that can be repeated: the same in every build, so that what turns red there is the change's doing. */
public final class Seed {
    private static final long OF_EVERY_BUILD = 20_261_128;

    private Seed() {}

    /** What the property {@code <of>.seed} names, as whoever looks for what nobody has found yet sets it. */
    public static long of(String of) {
        return Long.getLong(of + ".seed", OF_EVERY_BUILD);
    }
}
