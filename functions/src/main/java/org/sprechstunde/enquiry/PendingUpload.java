package org.sprechstunde.enquiry;

import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.crypto.SealedBox;
import org.sprechstunde.platform.RandomId;

/**
 * A file that the mayor is about to upload.
 *
 * @param bytes length of the plain file
 */
public record PendingUpload(RandomId object, AttachmentType type, int bytes) {

    public PendingUpload {
        if (bytes < 1 || bytes > type.most()) {
            throw new IllegalArgumentException("WhatsApp takes no file of this length");
        }
    }

    /** The length of the object in the bucket. */
    public int sealedBytes() {
        return bytes + SealedBox.OVERHEAD;
    }

    /** This file, in the bucket under its own key. */
    public MediaFile stored(DataKey key) {
        return MediaFile.waiting(object, key).stored(bytes, type.fileType(), false);
    }
}
