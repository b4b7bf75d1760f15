package org.sprechstunde.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.crypto.SealedBox;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.EnquiryPlace;
import org.sprechstunde.enquiry.EnquiryTimes;
import org.sprechstunde.enquiry.Handling;
import org.sprechstunde.enquiry.MessageCounts;
import org.sprechstunde.enquiry.Person;
import org.sprechstunde.enquiry.RetentionPolicy;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.RandomId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An enquiry as the CITIZEN item: identity and preview sealed under the data key beside them. */
public final class EnquiryItem {
    /** Value of {@code list} that puts an enquiry into the inbox. */
    static final String LIST = "OPEN";

    /** With these two an enquiry stands in the index {@code triage}, as long as its citizen waits. */
    static final String TRIAGE = "triage";

    static final String WAITING = "waitingSince";

    /** Who deals with it, each sealed apart, so that nothing that comes meanwhile is overwritten. */
    static final String ASSIGNED = "assigned";

    static final String POSTPONED_BY = "postponedBy";

    /** The attribute that only an alias has: where the enquiry stands. */
    static final String ALIAS = "alias";

    private EnquiryItem() {}

    /** The whole item of a new enquiry. */
    public static Map<String, AttributeValue> write(Enquiry enquiry, SecureRandom random) {
        Map<String, AttributeValue> item = new HashMap<>(keys(enquiry).attributes());
        item.put("enquiry", Attributes.of(enquiry.id().value()));
        item.put("dataKey", Attributes.of(enquiry.key().bytes()));
        item.put("list", Attributes.of(LIST));
        item.put("openedAt", Attributes.millis(enquiry.opened()));
        item.put("inbound", Attributes.of(enquiry.inbound()));
        item.put("outbound", Attributes.of(enquiry.outbound()));
        item.put(TRIAGE, triage(enquiry));
        enquiry.waitingSince().ifPresent(since -> item.put(WAITING, Attributes.millis(since)));
        enquiry.times().undelivered().ifPresent(time -> item.put("undelivered", Attributes.millis(time)));
        enquiry.times().postponedUntil().ifPresent(time -> item.put("postponedUntil", Attributes.millis(time)));
        item.put("sealed", sealed(enquiry, random));
        enquiry.handling()
                .assigned()
                .ifPresent(person -> item.put(ASSIGNED, person(enquiry, ASSIGNED, person, random)));
        enquiry.handling()
                .postponedBy()
                .ifPresent(person -> item.put(POSTPONED_BY, person(enquiry, POSTPONED_BY, person, random)));
        item.put("at", Attributes.millis(enquiry.lastMessage()));
        item.put("lastInboundAt", Attributes.millis(enquiry.lastInbound()));
        enquiry.times().sendingUntil().ifPresent(until -> item.put("sending", Attributes.millis(Set.of(until))));
        item.put("revision", Attributes.of(enquiry.revision()));
        item.put("news", Attributes.of(enquiry.version().news()));
        enquiry.version().seen().ifPresent(seen -> item.put("seen", Attributes.of(seen)));
        item.put("idleSeconds", Attributes.of(enquiry.retention().idle().toSeconds()));
        item.put("maximumSeconds", Attributes.of(enquiry.retention().maximum().toSeconds()));
        item.put("endsAt", Attributes.seconds(enquiry.expires()));
        item.put("expiresAt", Attributes.ttl(enquiry.expires()));
        return item;
    }

    static AttributeValue triage(Enquiry enquiry) {
        return Attributes.of((enquiry.urgent() ? Worklist.Group.URGENT : Worklist.Group.OTHERS).name());
    }

    static AttributeValue sealed(Enquiry enquiry, SecureRandom random) {
        byte[] plain = Json.bytes(SealedEnquiry.write(enquiry));
        return Attributes.of(SealedBox.seal(plain, enquiry.key(), keys(enquiry).place(), random));
    }

    static AttributeValue person(Enquiry enquiry, String attribute, Person person, SecureRandom random) {
        return SealedPerson.seal(person, enquiry.key(), keys(enquiry).place() + " " + attribute, random);
    }

    /** What stands under the keyed hash of a further id of its citizen. */
    public static Map<String, AttributeValue> alias(String hmac, Enquiry enquiry) {
        Map<String, AttributeValue> item = new HashMap<>(ItemKey.citizen(hmac).attributes());
        item.put(ALIAS, Attributes.of(enquiry.citizen()));
        item.put("expiresAt", Attributes.ttl(enquiry.latest()));
        return item;
    }

    /**
     * The enquiry in {@code item}; empty if its sealed part does not open.
     *
     * @param today the limits for one that was opened before limits were stored
     */
    public static Optional<Enquiry> read(Map<String, AttributeValue> item, RetentionPolicy today) {
        ItemKey keys = ItemKey.of(item);
        DataKey key = DataKey.of(Attributes.bytes(item, "dataKey"));
        return SealedBox.open(Attributes.bytes(item, "sealed"), key, keys.place())
                .map(plain -> read(item, key, Json.read(plain), today));
    }

    private static Enquiry read(
            Map<String, AttributeValue> item, DataKey key, JsonNode personal, RetentionPolicy today) {
        return new Enquiry(
                new RandomId(Attributes.text(item, "enquiry")),
                place(item, personal),
                key,
                SealedEnquiry.identity(personal.path("identity")),
                SealedEnquiry.preview(personal.path("preview")),
                personal.path("urgent").asBoolean(),
                times(item),
                new MessageCounts(Attributes.number(item, "inbound"), Attributes.number(item, "outbound")),
                item.containsKey("maximumSeconds") ? retention(item) : today,
                version(item),
                new Handling(
                        SealedPerson.open(item, ASSIGNED, key),
                        SealedPerson.open(item, POSTPONED_BY, key),
                        SealedEnquiry.answered(personal.path("answered"))));
    }

    private static EnquiryPlace place(Map<String, AttributeValue> item, JsonNode personal) {
        Set<String> aliases = new HashSet<>();
        personal.path("aliases").forEach(hmac -> aliases.add(hmac.asText()));
        return new EnquiryPlace(ItemKey.of(item).citizen().orElseThrow(), aliases, Json.text(personal, "earlier"));
    }

    private static RetentionPolicy retention(Map<String, AttributeValue> item) {
        return new RetentionPolicy(
                Duration.ofSeconds(Attributes.number(item, "idleSeconds")),
                Duration.ofSeconds(Attributes.number(item, "maximumSeconds")));
    }

    private static Enquiry.Version version(Map<String, AttributeValue> item) {
        return new Enquiry.Version(
                Attributes.optionalNumber(item, "revision").orElse(0),
                Attributes.optionalNumber(item, "news").orElse(0),
                Attributes.optionalNumber(item, "seen"));
    }

    private static EnquiryTimes times(Map<String, AttributeValue> item) {
        return new EnquiryTimes(
                Attributes.time(item, "openedAt"),
                Attributes.time(item, "at"),
                Attributes.time(item, "lastInboundAt"),
                Attributes.optionalTime(item, WAITING),
                Instant.ofEpochSecond(Attributes.optionalNumber(item, "endsAt")
                        .orElseGet(() -> Attributes.number(item, "expiresAt"))),
                Attributes.optionalTime(item, "undelivered"),
                Attributes.optionalTime(item, "postponedUntil"),
                Attributes.latest(item, "sending"));
    }

    static ItemKey keys(Enquiry enquiry) {
        return ItemKey.citizen(enquiry.citizen());
    }
}
