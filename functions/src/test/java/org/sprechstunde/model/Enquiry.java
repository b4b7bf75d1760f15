package org.sprechstunde.model;

/**
 * One enquiry as both stores have it, and what a witness who sees everything remembers.
 *
 * @param keyless the transaction that destroys its key has committed
 * @param late twenty minutes have passed since, and with them every upload of that time
 * @param told the citizen was told that it is deleted
 * @param promised a receipt said that it is erased
 * @param seenEmpty witness: since it is keyless, both stores looked empty at one moment at least
 */
record Enquiry(
        Items items,
        Forget forget,
        Bucket bucket,
        boolean keyless,
        boolean late,
        boolean told,
        boolean promised,
        boolean seenEmpty) {

    static final Enquiry NEW = new Enquiry(Items.NONE, Forget.NONE, Bucket.EMPTY, false, false, false, false, false);

    Enquiry {
        seenEmpty |= keyless && items.equals(Items.NONE) && bucket.looksEmpty();
    }

    enum File {
        NONE,
        WAITING,
        STORED
    }

    enum Task {
        NONE,
        DUE,
        CLAIMED,
        RESTING
    }

    /**
     * Its partition in the table, but for the forget task.
     *
     * @param file the message with the file
     * @param text the other message
     * @param fetch the task that brings the file
     */
    record Items(boolean pointer, File file, boolean text, Task fetch) {
        static final Items NONE = new Items(false, File.NONE, false, Task.NONE);

        Items with(File state) {
            return new Items(pointer, state, text, fetch);
        }

        Items with(Task state) {
            return new Items(pointer, file, text, state);
        }

        Items withPointer() {
            return new Items(true, file, text, fetch);
        }

        Items withText() {
            return new Items(pointer, file, true, fetch);
        }

        /** What a batch may leave undone. */
        Items unprocessed() {
            return new Items(false, file, text, Task.NONE);
        }
    }

    /** The forget task; {@code erased} says that both stores were looked at and found empty. */
    record Forget(Task state, Who holder, boolean erased) {
        static final Forget NONE = new Forget(Task.NONE, Who.NOBODY, false);

        Forget with(Task changed, Who by) {
            return new Forget(changed, by, erased);
        }
    }

    enum Who {
        NOBODY,
        FIRST_CLICK,
        SECOND_CLICK,
        TASKS
    }

    /** The file's object; {@code upload} is what no listing shows yet, or only as an unfinished upload. */
    record Bucket(boolean object, Upload upload) {
        static final Bucket EMPTY = new Bucket(false, Upload.NONE);

        boolean looksEmpty() {
            return !object && upload != Upload.HALF;
        }
    }

    enum Upload {
        NONE,
        UNDER_WAY,
        HALF
    }

    boolean looksEmpty() {
        return items.equals(Items.NONE) && bucket.looksEmpty();
    }

    boolean isGone() {
        return looksEmpty() && bucket.upload() == Upload.NONE && forget.equals(Forget.NONE);
    }

    Enquiry with(Items changed) {
        return new Enquiry(changed, forget, bucket, keyless, late, told, promised, seenEmpty);
    }

    Enquiry with(Forget changed) {
        return new Enquiry(items, changed, bucket, keyless, late, told, promised, seenEmpty);
    }

    Enquiry with(Bucket changed) {
        return new Enquiry(items, forget, changed, keyless, late, told, promised, seenEmpty);
    }

    Enquiry withoutKey(Forget task) {
        return new Enquiry(items, task, bucket, true, late, told, promised, seenEmpty);
    }

    Enquiry twentyMinutesLater() {
        Forget due = forget.state() == Task.RESTING ? forget.with(Task.DUE, Who.NOBODY) : forget;
        return new Enquiry(items, due, bucket, keyless, true, told, promised, seenEmpty);
    }

    Enquiry withGoodbye() {
        return new Enquiry(items, forget, bucket, keyless, late, true, promised, seenEmpty);
    }

    Enquiry withReceipt() {
        return new Enquiry(items, forget, bucket, keyless, late, told, true, seenEmpty);
    }
}
