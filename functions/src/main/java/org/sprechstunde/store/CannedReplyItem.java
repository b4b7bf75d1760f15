package org.sprechstunde.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where the town hall's own canned replies stand, all in one item. They are nobody's words, so they are not sealed. */
public final class CannedReplyItem {
    private CannedReplyItem() {}

    public record CannedReply(String title, String text) {}

    /**
     * The replies as somebody saved them.
     *
     * @param revision raised by each saving, the first has 1
     */
    public record Saved(List<CannedReply> replies, long revision) {
        public Saved {
            replies = List.copyOf(replies);
        }
    }

    /** Empty as long as nobody has saved any. */
    public static Optional<Saved> read(Table table) {
        return table.get(ItemKey.cannedReplies())
                .map(item -> new Saved(
                        item.getOrDefault("replies", AttributeValue.fromL(List.of())).l().stream()
                                .map(AttributeValue::m)
                                .map(reply -> new CannedReply(
                                        Attributes.text(reply, "title"), Attributes.text(reply, "text")))
                                .toList(),
                        Attributes.number(item, "revision")));
    }

    /** Replaces those of revision {@code seen}, which is 0 where there were none; whoever saved meanwhile keeps theirs. */
    public static Update save(List<CannedReply> replies, long seen) {
        var values = Map.of(":replies", list(replies), ":one", Attributes.of(1));
        String change = "SET replies = :replies ADD revision :one";
        return seen == 0
                ? new Update(ItemKey.cannedReplies(), change, "attribute_not_exists(revision)", Map.of(), values)
                : new Update(
                        ItemKey.cannedReplies(),
                        change,
                        "revision = :seen",
                        Map.of(),
                        Map.of(
                                ":replies", list(replies),
                                ":one", Attributes.of(1),
                                ":seen", Attributes.of(seen)));
    }

    private static AttributeValue list(List<CannedReply> replies) {
        return AttributeValue.fromL(replies.stream()
                .map(reply -> AttributeValue.fromM(
                        Map.of("title", Attributes.of(reply.title()), "text", Attributes.of(reply.text()))))
                .toList());
    }
}
