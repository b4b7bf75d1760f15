package org.sprechstunde.acceptance.simulation;

import java.util.List;
import org.sprechstunde.acceptance.simulation.Schedule.Flow;

/**
 * A mistake that our code could contain: a word of its source replaced by another. Each must be found by the schedules
 * of its flows, or the simulation is too weak to prove anything.
 *
 * @see MutatedClasses
 */
enum CodeMutation {
    /** A message's seen mark may be there already. */
    NO_SEEN_MARK(
            "webhook/IntakeTransaction",
            "transaction.putNew(mark(arrival.seen()",
            "transaction.put(mark(arrival.seen()",
            Flow.TEXT,
            Flow.REDELIVERY),

    /** A message is added to whatever enquiry the citizen has by now. */
    NO_ENQUIRY_CONDITION(
            "store/EnquiryUpdates",
            "UNCHANGED = \"enquiry = :enquiry AND ",
            "UNCHANGED = \"(enquiry = :enquiry OR enquiry <> :enquiry OR attribute_not_exists(enquiry)) AND ",
            Flow.TEXT,
            Flow.RESOLVE),

    /** The forget task goes with the first pass; an upload that ends later and dies leaves its object for good. */
    FORGET_TASK_TOO_EARLY(
            "erasure/EraseEnquiryTask",
            "table.update(TaskUpdates.erased(task, completed.erasedAt().orElseThrow(), secondPass(erasure)));",
            "table.delete(org.sprechstunde.store.ItemKey.task(task));",
            Flow.STREAM,
            Flow.RESOLVE),

    /** Objects go first, and if the key may not go then, an open enquiry has lost them. */
    OBJECTS_BEFORE_KEY(
            "resolve/Resolver",
            "if (keyDestruction.destroy(",
            "enquiryErasure.erase(org.sprechstunde.enquiry.Task.forget(enquiry.id(), ErasureRecord.begun("
                    + "java.time.Instant.now(), enquiries.messages(enquiry)), java.time.Instant.now(),"
                    + " new java.security.SecureRandom())); if (keyDestruction.destroy(",
            Flow.RESOLVE,
            Flow.TEXT),

    /** What DynamoDB left undone is taken for done. */
    UNPROCESSED_ITEMS_IGNORED(
            "store/Batches",
            "return left.isEmpty() ?",
            "return left.isEmpty() || !left.isEmpty() ?",
            Flow.RESOLVE,
            Flow.RESOLVE),

    /** What the index does not name is taken for gone, though it may only lag. */
    WORKLIST_FROM_THE_INDEX_ALONE(
            "sweep/Leftovers",
            "return enquiries.evenExpired(enquiry).isPresent();",
            "return new org.sprechstunde.store.Worklist(table).open().stream()"
                    + ".flatMap(place -> enquiries.open(java.util.List.of(place)).stream())"
                    + ".anyMatch(open -> open.id().equals(enquiry));",
            Flow.LEFTOVERS,
            Flow.LEFTOVERS),

    /** What the scan did not name is taken for nobody's, though it may only have come where the scan had been already. */
    SCAN_TAKEN_FOR_A_MOMENT(
            "sweep/Leftovers",
            "StoreInventory.isNamed(table, enquiry.get(), nobodys)",
            "enquiry.isEmpty()",
            Flow.LEFTOVERS,
            Flow.LEFTOVERS),

    /** What has come since the mayor looked does not keep the key. */
    ERASED_UNREAD(
            "erasure/KeyDestruction",
            "enquiry.version().news() > seen",
            "enquiry.version().news() > Long.MAX_VALUE - 1 + Math.min(seen, 0)",
            Flow.RESOLVE,
            Flow.TEXT),

    /** An answer ends the waiting for what its writer had not seen. */
    ANSWERED_UNSEEN(
            "store/EnquiryUpdates", "OR news <= :seen)", "OR news <= :seen OR news > :seen)", Flow.REPLY, Flow.TEXT),

    /** The line of an erasure comes, and only then its code knows of it. */
    LOGGED_TWICE(
            "store/ErasureLog",
            "transaction.update(code);\n        return transaction.commit().done();",
            "boolean done = transaction.commit().done(); return done && table.update(code);",
            Flow.SECOND_LOOK,
            Flow.SECOND_LOOK),

    /** The forget task goes, and only then its line comes. */
    NEVER_LOGGED(
            "erasure/EraseEnquiryTask",
            "erasureLogbook.write(task);",
            "table.delete(org.sprechstunde.store.ItemKey.task(task)); erasureLogbook.write(task);",
            Flow.SECOND_LOOK,
            Flow.SECOND_LOOK),

    /** An answer that is tried again goes out though its enquiry was erased meanwhile. */
    SENT_AFTER_ERASING("store/SendingLease", "isFirst = false;", "isFirst = true;", Flow.REPLY, Flow.RESOLVE),

    /** A message changes, and the page that looks whether anything is new is not told. */
    CHANGED_UNCOUNTED(
            "store/MessageChange", "transaction.update(counted()).last()", "its.last()", Flow.STREAM, Flow.STREAM);

    private final String type;
    private final String from;
    private final String to;
    private final Flow first;
    private final Flow other;

    CodeMutation(String type, String from, String to, Flow first, Flow other) {
        this.type = type;
        this.from = from;
        this.to = to;
        this.first = first;
        this.other = other;
    }

    /** The source file, without its ending, under the functions' root package. */
    String type() {
        return type;
    }

    /** The source with the mistake in it; the place must be there exactly once. */
    String in(String source) {
        int at = source.indexOf(from);
        if (at < 0 || source.indexOf(from, at + 1) >= 0) {
            throw new IllegalStateException(this + ": the place to change is not there exactly once");
        }
        return source.substring(0, at) + to + source.substring(at + from.length());
    }

    /** The schedules that must find it. */
    List<Exactly> schedules(SimulatedWorld world) {
        List<Exactly> all = Exactly.every(world, first, other);
        // The log of erasures is what a second look ends with.
        return first == Flow.SECOND_LOOK ? all.reversed() : all;
    }
}
