package org.sprechstunde.acceptance.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.sprechstunde.acceptance.simulation.SimulatedWhatsApp.Answer;
import org.sprechstunde.emulator.variants.Variant;

/** A mixture of what was reported of WhatsApp: what it refuses at first, and how, and what its statuses leave out. */
final class WhatsAppHabits {
    /** Those that are more than an order of calls or a broken connection, which the scheduler sees to anyway. */
    private static final List<Variant> MIXED = List.of(
            Variant.NUMBER_REFUSED,
            Variant.DELETE_DENIED,
            Variant.DELETE_LOST_IN_BETWEEN,
            Variant.DELETE_PARAMETER_REFUSED,
            Variant.DELETE_FINDS_NOTHING,
            Variant.NO_CALLBACK_DATA,
            Variant.TOKEN_REFUSED_AS_400,
            Variant.TOO_MANY_WITHOUT_CODE,
            Variant.UNAVAILABLE_TWICE);

    private final Set<Variant> habits;
    private final Map<String, Integer> asked = new HashMap<>();

    private WhatsAppHabits(Set<Variant> habits) {
        this.habits = habits;
    }

    static WhatsAppHabits none() {
        return new WhatsAppHabits(EnumSet.noneOf(Variant.class));
    }

    /** In half of all worlds some of them. */
    static WhatsAppHabits mixed(Random random) {
        Set<Variant> habits = EnumSet.noneOf(Variant.class);
        if (random.nextBoolean()) {
            MIXED.stream().filter(_ -> random.nextInt(3) == 0).forEach(habits::add);
        }
        return new WhatsAppHabits(habits);
    }

    boolean tellsNoCallbackData() {
        return habits.contains(Variant.NO_CALLBACK_DATA);
    }

    /** Why a message is not taken, if it is one of those that are not. */
    Optional<Answer> ofMessage() {
        int number = count("message");
        if (habits.contains(Variant.UNAVAILABLE_TWICE) && number % 3 != 0) {
            return Optional.of(error(503, 2));
        }
        if (number % 2 == 0) {
            return Optional.empty();
        }
        if (habits.contains(Variant.TOKEN_REFUSED_AS_400)) {
            return Optional.of(error(400, 190));
        }
        return habits.contains(Variant.TOO_MANY_WITHOUT_CODE)
                ? Optional.of(new Answer(429, new byte[0]))
                : Optional.empty();
    }

    /** Why a file is not found or not deleted, where the call names the town's number. */
    Optional<Answer> ofNumber(boolean isNamed) {
        return isNamed && habits.contains(Variant.NUMBER_REFUSED) ? Optional.of(error(400, 100)) : Optional.empty();
    }

    /** Why something is not deleted, the first time that this is asked for. */
    Optional<Answer> ofDeletion(String id) {
        if (count(id) > 1) {
            return Optional.empty();
        }
        if (habits.contains(Variant.DELETE_DENIED)) {
            return Optional.of(Answer.json("{\"success\":false}"));
        }
        if (habits.contains(Variant.DELETE_LOST_IN_BETWEEN)) {
            return Optional.of(new Answer(404, "<html><body>Not found</body></html>".getBytes(UTF_8)));
        }
        return habits.contains(Variant.DELETE_PARAMETER_REFUSED) ? Optional.of(error(400, 100)) : Optional.empty();
    }

    /** What is said when something is gone. */
    Answer deleted() {
        return habits.contains(Variant.DELETE_FINDS_NOTHING)
                ? new Answer(400, "{\"error\":{\"code\":100,\"error_subcode\":33}}".getBytes(UTF_8))
                : Answer.json("{\"success\":true}");
    }

    private int count(String what) {
        return asked.merge(what, 1, Integer::sum);
    }

    private static Answer error(int status, int code) {
        return new Answer(status, "{\"error\":{\"code\":%d}}".formatted(code).getBytes(UTF_8));
    }
}
