package org.sprechstunde.enquiry;

/** What became of a begun task. */
public enum TaskResult {
    /** Done; the task can go. */
    DONE,
    /** Try again later. */
    LATER,
    /** The task has already been removed or given its next date. */
    SETTLED
}
