package org.sprechstunde.store;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.RandomId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where things are in the table. No key holds anything but random ids, times and keyed hashes.
 *
 * <pre>
 * CITIZEN#hmac   OPEN                  the enquiry, with its data key; of the citizen's other ids, where it stands
 * ENQUIRY#id     CITIZEN               which citizen's item is mine
 * ENQUIRY#id     MESSAGE#time-token    a message, sealed
 * ENQUIRY#id     TASK#kind#token       work that outlives an invocation
 * SEEN#hmac      SEEN                  this message was processed
 * ANSWER#hmac    ANSWER                which answer has this id at WhatsApp
 * TOWN           TEMPLATES             which of the town's templates WhatsApp takes
 * TOWN           WEEK#thursday         what was counted in that week
 * TOWN           PERSON#hash           who of the town hall has logged in, sealed
 * TOWN           CANNED                the town hall's own canned replies
 * ERASURE-LOG    HEAD, KEY, LINE#n     the log of erasures: its end, the key of its codes' hashes, its lines
 * ERASURE#hmac   CODE                  whether the line of this code has come
 * GUESSES#hour   GUESSES               how many codes were wrong in this hour
 * </pre>
 */
public record ItemKey(String pk, String sk) {
    public static final String MESSAGE = "MESSAGE#";
    public static final String TASK = "TASK#";
    public static final String FORGET = TASK + Task.Kind.FORGET.word() + "#";
    static final String TOWN = "TOWN";
    static final String WEEK = "WEEK#";
    static final String OPEN = "OPEN";
    private static final String CITIZEN = "CITIZEN#";
    private static final String ENQUIRY = "ENQUIRY#";
    private static final String LOG = "ERASURE-LOG";
    private static final String LINE = "LINE#";

    public static ItemKey citizen(String hmac) {
        return new ItemKey(CITIZEN + hmac, OPEN);
    }

    public static ItemKey pointer(RandomId enquiry) {
        return new ItemKey(partition(enquiry), "CITIZEN");
    }

    public static ItemKey message(RandomId enquiry, MessageId message) {
        return new ItemKey(partition(enquiry), MESSAGE + message);
    }

    public static ItemKey task(Task task) {
        return new ItemKey(partition(task.enquiry()), TASK + task.kind().word() + "#" + task.token());
    }

    public static ItemKey seen(String hmac) {
        return new ItemKey("SEEN#" + hmac, "SEEN");
    }

    static ItemKey answer(String hmac) {
        return new ItemKey("ANSWER#" + hmac, "ANSWER");
    }

    static ItemKey templates() {
        return new ItemKey(TOWN, "TEMPLATES");
    }

    static ItemKey week(LocalDate thursday) {
        return new ItemKey(TOWN, WEEK + thursday);
    }

    /** Of a login, by its keyed hash. */
    static ItemKey person(String hash) {
        return new ItemKey(TOWN, "PERSON#" + hash);
    }

    static ItemKey cannedReplies() {
        return new ItemKey(TOWN, "CANNED");
    }

    static ItemKey logHead() {
        return new ItemKey(LOG, "HEAD");
    }

    static ItemKey logKey() {
        return new ItemKey(LOG, "KEY");
    }

    static ItemKey logLine(long number) {
        return new ItemKey(LOG, String.format(Locale.ROOT, "%s%010d", LINE, number));
    }

    static ItemKey code(String hmac) {
        return new ItemKey("ERASURE#" + hmac, "CODE");
    }

    static ItemKey guesses(String hour) {
        return new ItemKey("GUESSES#" + hour, "GUESSES");
    }

    public static String partition(RandomId enquiry) {
        return ENQUIRY + enquiry;
    }

    public static ItemKey of(Map<String, AttributeValue> item) {
        return new ItemKey(Attributes.text(item, "pk"), Attributes.text(item, "sk"));
    }

    /** The citizen's keyed hash, if this is a citizen's item. */
    Optional<String> citizen() {
        return pk.startsWith(CITIZEN) ? Optional.of(pk.substring(CITIZEN.length())) : Optional.empty();
    }

    /** The enquiry in whose partition this is, if it is in one. */
    public Optional<RandomId> enquiry() {
        return pk.startsWith(ENQUIRY) ? RandomId.parse(pk.substring(ENQUIRY.length())) : Optional.empty();
    }

    /** The message that this is the place of, if it is one's. */
    public Optional<MessageId> message() {
        return sk.startsWith(MESSAGE) ? MessageId.parse(sk.substring(MESSAGE.length())) : Optional.empty();
    }

    /** Whether this is a task of that kind. */
    public boolean isTask(Task.Kind kind) {
        return sk.startsWith(TASK + kind.word() + "#");
    }

    /** Whether this is the task that must outlive everything else of its enquiry. */
    public boolean isForgetTask() {
        return sk.startsWith(FORGET);
    }

    Map<String, AttributeValue> attributes() {
        return Map.of("pk", Attributes.of(pk), "sk", Attributes.of(sk));
    }

    /** The place that sealed parts of this item are bound to. */
    String place() {
        return pk + " " + sk;
    }
}
