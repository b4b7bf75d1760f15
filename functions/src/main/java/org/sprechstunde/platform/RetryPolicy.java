package org.sprechstunde.platform;

import java.time.Duration;

/** How often something is tried within one call, and how long the waits between are: every such bound in one place. */
public enum RetryPolicy {
    /** A citizen's message against other writers. Many come at once, so the waits differ; what is given up comes again. */
    INTAKE(20, Duration.ofMillis(20), Growth.RISING, Duration.ofMillis(20), Duration.ZERO),

    /** Another writer was faster while somebody waits, so the second try comes at once. */
    WRITERS(12, Duration.ofMillis(20), Growth.RISING_FROM_NOTHING),

    /** The same where nobody waits. */
    BACKGROUND_WRITERS(8, Duration.ofMillis(500), Growth.NONE),

    /** A transaction holds the item that is to be updated. */
    CONFLICT(10, Duration.ofMillis(10), Growth.RISING),

    /** DynamoDB has done a part of a batch, and asks for more patience each time. */
    UNPROCESSED(9, Duration.ofMillis(25), Growth.DOUBLING),

    /** A service of AWS's does not answer, or has too much to do. */
    AWS(3, Duration.ofMillis(100), Growth.DOUBLING),

    /** The same of DynamoDB, as often and as soon as the SDK's own client of it tries again. */
    DYNAMODB(9, Duration.ofMillis(25), Growth.DOUBLING, Duration.ofMillis(25), Duration.ZERO),

    /** A file that breaks off on its way from WhatsApp. All tries together stay below the claim on the task. */
    DOWNLOAD(3, Duration.ofMillis(500), Growth.RISING),

    /**
     * WhatsApp says that the same may pass in a moment; after 1, 4 and 16 seconds, as it wishes where one citizen gets too
     * many messages. In four seconds it usually answers and the answer is written down; without that, it shows as unknown.
     */
    WHATSAPP(4, Duration.ofSeconds(1), Growth.QUADRUPLING, Duration.ZERO, Duration.ofSeconds(4));

    private enum Growth {
        NONE,
        RISING,
        RISING_FROM_NOTHING,
        DOUBLING,
        QUADRUPLING
    }

    private final int tries;
    private final Duration unit;
    private final Growth growth;
    private final Duration jitter;
    private final Duration answer;

    RetryPolicy(int tries, Duration unit, Growth growth) {
        this(tries, unit, growth, Duration.ZERO, Duration.ZERO);
    }

    RetryPolicy(int tries, Duration unit, Growth growth, Duration jitter, Duration answer) {
        this.tries = tries;
        this.unit = unit;
        this.growth = growth;
        this.jitter = jitter;
        this.answer = answer;
    }

    int tries() {
        return tries;
    }

    /** The wait before the next try, after as many as {@code tried}. */
    Duration waitAfter(int tried) {
        return switch (growth) {
            case NONE -> unit;
            case RISING -> unit.multipliedBy(tried);
            case RISING_FROM_NOTHING -> unit.multipliedBy(tried - 1L);
            case DOUBLING -> unit.multipliedBy(1L << (tried - 1));
            case QUADRUPLING -> unit.multipliedBy(1L << (2 * (tried - 1)));
        };
    }

    /** By as much as this a wait may be longer. */
    Duration jitter() {
        return jitter;
    }

    /** What must be left after a wait, or the next try would be in vain. */
    Duration answer() {
        return answer;
    }
}
