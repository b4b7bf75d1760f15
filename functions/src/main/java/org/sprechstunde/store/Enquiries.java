package org.sprechstunde.store;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Message.Direction;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.enquiry.RetentionPolicy;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Services;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads enquiries. What has expired is absent here, however late its deletion may be. */
public final class Enquiries {
    private static final int LOOK = 25;

    private final Table table;
    private final Clock clock;
    private final RetentionPolicy today;

    private Enquiries(Services services) {
        this.table = Table.of(services);
        this.clock = services.platform().clock();
        this.today = RetentionPolicy.of(services.platform().settings());
    }

    public static Enquiries of(Services services) {
        return services.once(Enquiries.class, Enquiries::new);
    }

    public Optional<Enquiry> find(RandomId id) {
        return evenExpired(id).filter(enquiry -> !enquiry.isExpired(clock.instant()));
    }

    /** The same, unless its citizen was told {@code text}: what says where the enquiry stands says that too. */
    public Optional<Enquiry> findUntold(RandomId id, AutoReply text) {
        return table.get(ItemKey.pointer(id))
                .filter(pointer -> !PointerItem.told(pointer).containsKey(text))
                .flatMap(pointer -> pointed(id, Optional.of(Attributes.text(pointer, "citizen"))))
                .filter(enquiry -> !enquiry.isExpired(clock.instant()));
    }

    /**
     * The enquiry as long as its key stands; for those who erase it. Between the two reads it may have moved
     * to another identity, so it is absent only where the pointer still says the same.
     */
    public Optional<Enquiry> evenExpired(RandomId id) {
        return pointed(id, citizen(table, id));
    }

    /** Whether {@code change} was done to it, which may have moved to another identity since it was read. */
    public boolean update(Enquiry read, Function<Enquiry, Update> change) {
        return table.update(change.apply(read))
                || find(read.id())
                        .filter(standing -> table.update(change.apply(standing)))
                        .isPresent();
    }

    /**
     * What is shown of it besides its messages.
     *
     * @param place the keyed hash under which it stood when it was last read, if it was: if it still does, one read is enough
     */
    public Optional<OpenedEnquiry> open(RandomId id, Optional<String> place) {
        Optional<ItemKey> there = place.map(ItemKey::citizen);
        List<ItemKey> keys = Stream.concat(Stream.of(ItemKey.pointer(id), TemplateStates.place()), there.stream())
                .toList();
        Map<ItemKey, Map<String, AttributeValue>> items =
                table.get(keys).stream().collect(toMap(ItemKey::of, Function.identity()));
        Optional<Map<String, AttributeValue>> pointer = Optional.ofNullable(items.get(ItemKey.pointer(id)));
        Optional<Map<String, AttributeValue>> templates = Optional.ofNullable(items.get(TemplateStates.place()));
        return there.flatMap(key -> Optional.ofNullable(items.get(key)))
                .flatMap(this::read)
                .filter(enquiry -> enquiry.id().equals(id))
                .or(() -> pointed(id, pointer.map(item -> Attributes.text(item, "citizen"))))
                .filter(enquiry -> !enquiry.isExpired(clock.instant()))
                .flatMap(enquiry ->
                        pointer.map(item -> OpenedEnquiry.of(enquiry, item, templates.flatMap(TemplateStates::read))));
    }

    private Optional<Enquiry> pointed(RandomId id, Optional<String> pointer) {
        Optional<String> whose = pointer;
        while (whose.isPresent()) {
            Optional<Enquiry> found =
                    at(whose.get()).filter(enquiry -> enquiry.id().equals(id));
            Optional<String> now = found.isPresent() ? whose : citizen(table, id);
            if (now.equals(whose)) {
                return found;
            }
            whose = now;
        }
        return Optional.empty();
    }

    /** The keyed hash of the citizen whose enquiry this is. */
    static Optional<String> citizen(Table table, RandomId id) {
        return table.get(ItemKey.pointer(id)).map(pointer -> Attributes.text(pointer, "citizen"));
    }

    private Optional<Enquiry> at(String place) {
        return table.get(ItemKey.citizen(place)).flatMap(this::read);
    }

    /** {@code enquiry}, and those of the same citizen that still stand from before it; newest first. */
    public List<Enquiry> withEarlier(Enquiry enquiry) {
        return Stream.iterate(
                        Optional.of(enquiry),
                        Optional::isPresent,
                        its -> its.flatMap(newer -> newer.place().earlier()).flatMap(this::at))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Those of them from before {@code enquiry} that still have their time, newest first. */
    public List<Enquiry> openBefore(Enquiry enquiry) {
        return withEarlier(enquiry).stream()
                .skip(1)
                .filter(earlier -> !earlier.isExpired(clock.instant()))
                .toList();
    }

    /** Where an enquiry stood until time ended it, an alias of another may stand now. */
    private Optional<Enquiry> read(Map<String, AttributeValue> item) {
        return item.containsKey(EnquiryItem.ALIAS) ? Optional.empty() : EnquiryItem.read(item, today);
    }

    /** Those of {@code places} that are open, in no order. An index may lag: only the table says what is. */
    public List<Enquiry> open(Collection<ItemKey> places) {
        return at(places).filter(enquiry -> !enquiry.isExpired(clock.instant())).toList();
    }

    /** Those of {@code places} that should be gone. */
    public List<Enquiry> expired(Collection<ItemKey> places) {
        return at(places).filter(enquiry -> enquiry.isExpired(clock.instant())).toList();
    }

    private Stream<Enquiry> at(Collection<ItemKey> places) {
        return table.get(places).stream().flatMap(item -> read(item).stream());
    }

    /** All messages of an enquiry, oldest first. */
    public List<Message> messages(Enquiry enquiry) {
        return table.query(ItemKey.partition(enquiry.id()), ItemKey.MESSAGE).stream()
                .flatMap(item -> MessageItem.read(item, enquiry.key()).stream())
                .toList();
    }

    /** The messages from before {@code before}, or all, newest first; read {@code look} at once, as far as somebody looks. */
    public Stream<Message> newestFirst(Enquiry enquiry, Optional<MessageId> before, int look) {
        return table.lastFirst(
                        ItemKey.partition(enquiry.id()),
                        ItemKey.MESSAGE,
                        before.map(id -> ItemKey.message(enquiry.id(), id)),
                        look)
                .flatMap(item -> MessageItem.read(item, enquiry.key()).stream());
    }

    /** The citizen's newest message. */
    public Optional<Message> newestOfCitizen(Enquiry enquiry) {
        return newestFirst(enquiry, Optional.empty(), LOOK)
                .filter(message -> message.direction() == Direction.IN)
                .findFirst();
    }

    public Optional<Message> message(Enquiry enquiry, MessageId id) {
        return table.get(ItemKey.message(enquiry.id(), id)).flatMap(item -> MessageItem.read(item, enquiry.key()));
    }
}
