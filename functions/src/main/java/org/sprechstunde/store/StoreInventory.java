package org.sprechstunde.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.platform.RandomId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What lies in both stores at one time, by name. The bucket is listed first: an object comes into being after
 * the item that names it, so what is listed and not named later is nobody's.
 *
 * @param enquiries of which anything is left, items or objects
 * @param nobodys objects and unfinished uploads that no item names
 * @param unfounded stored messages whose object was not listed; it may have come since
 */
public record StoreInventory(Set<RandomId> enquiries, Set<String> nobodys, List<Unfounded> unfounded) {

    /** A message that says its file is stored. */
    public record Unfounded(RandomId enquiry, ItemKey place, String object) {}

    public static StoreInventory take(Stores stores) {
        Set<String> objects = stores.media().names();
        var count = new Count(objects, new TreeSet<>(), new HashSet<>(objects), new ArrayList<>());
        objects.forEach(name -> MediaBucket.enquiry(name).ifPresent(count.enquiries::add));
        stores.table()
                .everything("pk, sk, #object, media", Map.of("#object", "object"))
                .forEach(count::add);
        return new StoreInventory(count.enquiries, count.nobodys, count.unfounded);
    }

    /** Whether an item of {@code enquiry} names {@code object}, asked consistently. */
    public static boolean isNamed(Table table, RandomId enquiry, String object) {
        return Stream.of(ItemKey.MESSAGE, ItemKey.TASK)
                .flatMap(kind -> table.query(ItemKey.partition(enquiry), kind).stream())
                .anyMatch(item -> object(enquiry, item).filter(object::equals).isPresent());
    }

    private static Optional<String> object(RandomId enquiry, Map<String, AttributeValue> item) {
        return Attributes.optionalText(item, "object").map(random -> MediaBucket.name(enquiry, new RandomId(random)));
    }

    private record Count(Set<String> objects, Set<RandomId> enquiries, Set<String> nobodys, List<Unfounded> unfounded) {

        void add(Map<String, AttributeValue> item) {
            ItemKey itemKey = ItemKey.of(item);
            Optional<RandomId> enquiry = itemKey.enquiry();
            if (enquiry.isEmpty()) {
                return;
            }
            enquiries.add(enquiry.get());
            Optional<String> object = object(enquiry.get(), item);
            object.ifPresent(nobodys::remove);
            object.filter(name -> isStored(item) && !objects.contains(name))
                    .ifPresent(name -> unfounded.add(new Unfounded(enquiry.get(), itemKey, name)));
        }

        private static boolean isStored(Map<String, AttributeValue> item) {
            return Attributes.optionalText(item, "media")
                    .filter(MediaFile.State.STORED.name()::equals)
                    .isPresent();
        }
    }
}
