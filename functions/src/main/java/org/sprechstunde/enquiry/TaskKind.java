package org.sprechstunde.enquiry;

import java.util.Arrays;
import java.util.Optional;

/** Work that outlives one invocation. */
public enum TaskKind {
    /** Bring a citizen's file from WhatsApp into the bucket. */
    FETCH_MEDIA("fetch-media"),
    /** Tell the citizen what this is and where the privacy notice stands. */
    GREET("greet"),
    /** Tell the citizen what a message of theirs gives cause to. */
    TELL("tell"),
    /** Delete, twice, the file of a message that the citizen has taken back, or an upload that no answer has named. */
    FORGET_FILE("forget-file"),
    /** Erase all that an unreadable enquiry has left, twice. */
    FORGET("forget");

    private final String word;

    TaskKind(String word) {
        this.word = word;
    }

    /** The word in a task's key. */
    public String word() {
        return word;
    }

    /** The kind with this word. */
    public static Optional<TaskKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
