package org.sprechstunde.enquiry;

import java.util.Optional;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.platform.RandomId;

/**
 * The file of a message. Object and key are chosen with the message, before anything is uploaded,
 * so that each attempt writes the same object and none is ever unknown.
 *
 * @param bytes length of the plain file, 0 while it waits
 * @param type what its bytes are, {@link FileType#OTHER} while it waits
 * @param copyDeleted WhatsApp has confirmed that it has the file no more
 * @param mayTell it may still tell where and with what it was made: not every format can be cleaned
 */
public record MediaFile(
        RandomId object,
        DataKey key,
        State state,
        long bytes,
        Optional<Problem> problem,
        boolean copyDeleted,
        FileType type,
        boolean mayTell) {

    /** Where a citizen's file is: still at WhatsApp, in the bucket, or nowhere. */
    public enum State {
        WAITING,
        STORED,
        LOST
    }

    /** Why a file was lost: WhatsApp has it no more, its bytes are not those announced, it is too large, one too many today. */
    public enum Problem {
        GONE,
        HASH,
        TOO_LARGE,
        TOO_MANY
    }

    public static MediaFile waiting(RandomId object, DataKey key) {
        return new MediaFile(object, key, State.WAITING, 0, Optional.empty(), false, FileType.OTHER, false);
    }

    /** This file, now in the bucket. */
    public MediaFile stored(long length, FileType found, boolean perhapsTells) {
        return new MediaFile(object, key, State.STORED, length, problem, copyDeleted, found, perhapsTells);
    }
}
