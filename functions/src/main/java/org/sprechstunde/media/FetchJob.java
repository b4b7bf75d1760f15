package org.sprechstunde.media;

import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.store.MediaBucket;

/** A file that is to be fetched, with all that it belongs to. */
record FetchJob(Task.FetchMedia task, Enquiry enquiry, Message message) {

    MessageContent.Attachment announced() {
        return ((MessageContent.Media) message.content()).file();
    }

    MediaFile file() {
        return message.file().orElseThrow();
    }

    /** The object's name in the bucket. */
    String object() {
        return MediaBucket.name(enquiry.id(), file().object());
    }
}
