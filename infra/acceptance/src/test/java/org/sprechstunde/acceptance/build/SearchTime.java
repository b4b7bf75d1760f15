package org.sprechstunde.acceptance.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sprechstunde.repository.Repository;

/**
 * How long searches go on that have no end of their own: until {@code search.minutes} after the build began, for they come when
 * all else has had its turn. A slow machine tries less in the time that is left, but never less than a build without
 * {@code -Pfull}, and says how much it was.
 */
public final class SearchTime {
    /** The place of a search among the classes ({@code @Order}); see {@link LongestFirst}. */
    public static final int LAST = Integer.MAX_VALUE;

    private static final int MINUTES = Integer.getInteger("search.minutes", 0);
    private static final Instant END = Instant.parse(System.getProperty("build.began", Instant.EPOCH.toString()))
            .plus(Duration.ofMinutes(MINUTES));

    private SearchTime() {}

    /** Whether searches go on while there is time, or do their least and end. */
    static boolean isGiven() {
        return MINUTES > 0;
    }

    /** Whether more may be tried; the same for all searches of this JVM, side by side as they are. */
    public static boolean isLeft() {
        return Instant.now().isBefore(END);
    }

    /** All of them, from others on each day, {@code least} further: so a machine without time for all of them comes to all. */
    public static <T> List<T> fromTodays(List<T> all, int least) {
        List<T> turned = new ArrayList<>(all);
        Collections.rotate(turned, (int) (-least * LocalDate.now(ZoneOffset.UTC).toEpochDay() % all.size()));
        return turned;
    }

    /** Tells, and writes to {@code target/searches} for whoever runs the build, how much of it was tried. */
    @SuppressWarnings("SystemOut")
    public static void tell(String search, long tried, long wanted) {
        String told = "%s: %,d of %,d%n".formatted(search, tried, wanted);
        System.out.printf("%nSearched: %s", told);
        Path file = Repository.file("infra/acceptance/target/searches/" + search.replace(' ', '-') + ".txt");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
