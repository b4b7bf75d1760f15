package org.sprechstunde.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.RetentionPolicy;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.DirectoryEntry.Alias;
import org.sprechstunde.store.DirectoryEntry.Occupied;
import org.sprechstunde.store.DirectoryEntry.Vacant;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Finds enquiries by the keyed hashes of a citizen's ids. Under each stands the enquiry itself or an alias that says where
 * it does: one item for each id, so that of two functions that open an enquiry for one of them only one can.
 */
public final class CitizenDirectory {
    private final Table table;
    private final RetentionPolicy today;

    public CitizenDirectory(Services services) {
        this.table = Table.of(services);
        this.today = RetentionPolicy.of(services.platform().settings());
    }

    /**
     * The directory as it was read.
     *
     * @param entries by keyed hash, of all that were asked for and of those that aliases lead to
     */
    public record Lookup(Map<String, DirectoryEntry> entries) {

        public DirectoryEntry at(String hmac) {
            return entries.getOrDefault(hmac, new Vacant());
        }

        /** The enquiries that these lead to, each once, in their order. */
        public List<Enquiry> enquiries(List<String> hmacs) {
            return hmacs.stream()
                    .flatMap(hmac -> enquiry(hmac).stream())
                    .distinct()
                    .toList();
        }

        /** An alias leads only to an enquiry that knows of it: one that stayed behind leads nowhere. */
        private Optional<Enquiry> enquiry(String hmac) {
            return switch (at(hmac)) {
                case Vacant _ -> Optional.empty();
                case Occupied(Enquiry enquiry) -> Optional.of(enquiry);
                case Alias(String place) ->
                    at(place) instanceof Occupied(Enquiry enquiry)
                                    && enquiry.place().aliases().contains(hmac)
                            ? Optional.of(enquiry)
                            : Optional.empty();
            };
        }
    }

    /** What stands under {@code hmacs}, expired or not, and under what they lead to. */
    public Lookup look(Collection<String> hmacs) {
        Map<String, DirectoryEntry> entries = new LinkedHashMap<>();
        Collection<String> unread = hmacs;
        while (!unread.isEmpty()) {
            entries.putAll(read(unread));
            unread = entries.values().stream()
                    .flatMap(entry -> entry instanceof Alias(String place) ? Stream.of(place) : Stream.empty())
                    .distinct()
                    .filter(hmac -> !entries.containsKey(hmac))
                    .toList();
        }
        return new Lookup(entries);
    }

    private Map<String, DirectoryEntry> read(Collection<String> hmacs) {
        Map<String, DirectoryEntry> entries = new HashMap<>();
        hmacs.forEach(hmac -> entries.put(hmac, new Vacant()));
        for (Map<String, AttributeValue> item :
                table.get(hmacs.stream().distinct().map(ItemKey::citizen).toList())) {
            entries.put(ItemKey.of(item).citizen().orElseThrow(), entry(item));
        }
        return entries;
    }

    private DirectoryEntry entry(Map<String, AttributeValue> item) {
        return Attributes.optionalText(item, EnquiryItem.ALIAS)
                .<DirectoryEntry>map(Alias::new)
                .or(() -> EnquiryItem.read(item, today).map(Occupied::new))
                .orElseGet(Vacant::new);
    }
}
