package org.sprechstunde.model.forgetting;

/**
 * One enquiry as both stores have it, and what a witness who sees everything remembers.
 *
 * @param keyless the transaction that destroys its key has committed
 * @param late twenty minutes have passed since, and with them every upload of that time
 * @param told the citizen was told that it is deleted
 * @param promised a receipt said that it is erased
 * @param seenEmpty witness: since it is keyless, both stores looked empty at one moment at least
 */
record ModelEnquiry(
        Items items,
        Forget forget,
        Bucket bucket,
        boolean keyless,
        boolean late,
        boolean told,
        boolean promised,
        boolean seenEmpty) {

    static final ModelEnquiry NEW =
            new ModelEnquiry(Items.NONE, Forget.NONE, Bucket.EMPTY, false, false, false, false, false);

    ModelEnquiry {
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

    ModelEnquiry with(Items changed) {
        return new ModelEnquiry(changed, forget, bucket, keyless, late, told, promised, seenEmpty);
    }

    ModelEnquiry with(Forget changed) {
        return new ModelEnquiry(items, changed, bucket, keyless, late, told, promised, seenEmpty);
    }

    ModelEnquiry with(Bucket changed) {
        return new ModelEnquiry(items, forget, changed, keyless, late, told, promised, seenEmpty);
    }

    ModelEnquiry withoutKey(Forget task) {
        return new ModelEnquiry(items, task, bucket, true, late, told, promised, seenEmpty);
    }

    ModelEnquiry twentyMinutesLater() {
        Forget due = forget.state() == Task.RESTING ? forget.with(Task.DUE, Who.NOBODY) : forget;
        return new ModelEnquiry(items, due, bucket, keyless, true, told, promised, seenEmpty);
    }

    ModelEnquiry withGoodbye() {
        return new ModelEnquiry(items, forget, bucket, keyless, late, true, promised, seenEmpty);
    }

    ModelEnquiry withReceipt() {
        return new ModelEnquiry(items, forget, bucket, keyless, late, told, true, seenEmpty);
    }
}
