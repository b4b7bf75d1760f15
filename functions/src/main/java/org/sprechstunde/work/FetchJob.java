package org.sprechstunde.work;

import org.sprechstunde.enquiry.Content;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.store.MediaStore;

/** A file that is to be fetched, with all that it belongs to. */
record FetchJob(Task task, Enquiry enquiry, Message message) {

    Content.Attachment announced() {
        return ((Content.Media) message.content()).file();
    }

    MediaFile file() {
        return message.file().orElseThrow();
    }

    /** The object's name in the bucket. */
    String object() {
        return MediaStore.name(enquiry.id(), file().object());
    }
}
