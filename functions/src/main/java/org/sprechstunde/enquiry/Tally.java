package org.sprechstunde.enquiry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sprechstunde.enquiry.ErasureRecord.Cause;
import org.sprechstunde.enquiry.Message.Direction;

/**
 * What the town counts of an enquiry that has ended: how much of what, and nothing that tells it from others once it is
 * added to theirs.
 *
 * @param counts by what is counted
 */
public record Tally(Map<String, Long> counts) {
    /** Within which times the first answer is counted; what is later goes to one more. */
    public static final List<Duration> ANSWERED_WITHIN = List.of(
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(24),
            Duration.ofDays(3),
            Duration.ofDays(7));

    public static final String ENQUIRIES = "enquiries";
    public static final String INBOUND = "inbound";
    public static final String OUTBOUND = "outbound";

    /** Counted once however many there were, as each kind is: twelve videos of one citizen are no twelve citizens. */
    public static final String FILES = "files";

    public static final String IN_WINDOW = "inWindow";
    public static final String KIND = "kind ";
    public static final String END = "end ";
    public static final String ANSWERED = "answered ";

    public Tally {
        counts = Map.copyOf(counts);
    }

    /** Of an enquiry with these messages, oldest first. */
    public static Tally of(List<Message> messages, Cause cause) {
        Map<String, Long> counts = new TreeMap<>();
        counts.put(ENQUIRIES, 1L);
        counts.put(END + cause.word(), 1L);
        for (Message message : messages) {
            boolean comes = message.direction() == Direction.IN;
            count(counts, comes ? INBOUND : OUTBOUND);
            if (comes) {
                counts.put(KIND + message.content().kind(), 1L);
                message.file().ifPresent(_ -> counts.put(FILES, 1L));
            }
        }
        firstAnswer(messages).ifPresent(after -> {
            count(counts, ANSWERED + bucket(after));
            if (after.compareTo(Enquiry.REPLY_WINDOW) < 0) {
                count(counts, IN_WINDOW);
            }
        });
        return new Tally(counts);
    }

    private static void count(Map<String, Long> counts, String what) {
        counts.merge(what, 1L, Long::sum);
    }

    private static Optional<Duration> firstAnswer(List<Message> messages) {
        return first(messages, Direction.IN)
                .flatMap(asked -> first(messages, Direction.OUT)
                        .map(answered -> Duration.between(
                                asked.id().time(), answered.id().time()))
                        .filter(after -> !after.isNegative()));
    }

    private static Optional<Message> first(List<Message> messages, Direction direction) {
        return messages.stream()
                .filter(message -> message.direction() == direction)
                .filter(message -> message.delivery().stream().noneMatch(its -> its.state() == Delivery.State.FAILED))
                .findFirst();
    }

    private static int bucket(Duration after) {
        return IntStream.range(0, ANSWERED_WITHIN.size())
                .filter(place -> after.compareTo(ANSWERED_WITHIN.get(place)) <= 0)
                .findFirst()
                .orElse(ANSWERED_WITHIN.size());
    }
}
