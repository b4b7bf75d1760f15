package org.sprechstunde.acceptance.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sprechstunde.acceptance.conditions.ConditionTable.NOW;
import static org.sprechstunde.acceptance.conditions.ConditionTable.SOMEBODY;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.enquiry.Emoji;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.FileType;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Message.TownReaction;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.inbox.InboxFunction;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.MessageItem;

/** An enquiry that a page has open: a text, a file that is still to come, and an answer that nobody knows to have gone out. */
final class LookedAt {
    private static final Context CONTEXT = (Context)
            Proxy.newProxyInstance(LookedAt.class.getClassLoader(), new Class<?>[] {Context.class}, (_, method, _) -> {
                throw new UnsupportedOperationException(method.getName());
            });

    final ConditionTable table;
    final Enquiry enquiry;
    final Message text;
    final Message file;
    final Message answer;
    private String tag = "\"none\"";
    private JsonNode shown = Json.object();

    LookedAt(ConditionTable table) {
        this.table = table;
        this.enquiry = table.open();
        this.text = table.text(NOW.minusSeconds(120));
        this.file = new Message(
                MessageId.next(NOW.minusSeconds(110), NOW, table.random),
                Message.Direction.IN,
                new MessageContent.Image(
                        new MessageContent.Attachment("1", "image/jpeg", Optional.empty()), Optional.empty()),
                Optional.of(MediaFile.waiting(RandomId.next(table.random), DataKey.next(table.random))),
                Optional.empty(),
                Optional.empty());
        this.answer = Message.pending(
                MessageId.next(NOW.minusSeconds(100), NOW, table.random), Message.Reply.of("Antwort"), SOMEBODY);
        put(text);
        put(file);
        table.table.put(MessageItem.writeAnswer(enquiry, answer, 0, table.random));
    }

    void put(Message message) {
        table.table.put(MessageItem.write(enquiry, message, table.random));
    }

    ItemKey place(Message message) {
        return ItemKey.message(enquiry.id(), message.id());
    }

    TownReaction emoji(RandomId token) {
        return new TownReaction(text, Emoji.parse("👍"), token);
    }

    Message arrived() {
        return file.with(file.file().orElseThrow().stored(1, FileType.OTHER, false));
    }

    /** The page has what is shown at {@code now}. */
    void isSeen(Instant now) {
        assertThat(look(now)).isEqualTo(200);
    }

    /** The page is told that nothing is new, by one read, and that is so. */
    void isTheSame(Instant now) {
        JsonNode before = shown;
        String known = tag;
        table.wire.calls();
        assertThat(look(now)).isEqualTo(304);
        assertThat(table.wire.calls()).as("reads").isEqualTo(1);
        tag = "\"none\"";
        isSeen(now);
        assertThat(shown).isEqualTo(before);
        tag = known;
    }

    /** The page gets something else than it had. */
    void isNew(Instant now) {
        JsonNode before = shown;
        assertThat(look(now)).isEqualTo(200);
        assertThat(shown).isNotEqualTo(before);
    }

    /** Whatever it was told before, with the next look it has everything. */
    void catchesUp(Instant now) {
        look(now);
        isTheSame(now);
    }

    void isGone(Instant now) {
        assertThat(look(now)).isEqualTo(404);
    }

    private int look(Instant now) {
        ObjectNode event = Json.object()
                .put("routeKey", "GET /api/enquiries/{id}")
                .put("rawPath", "/api/enquiries/" + enquiry.id());
        event.putObject("pathParameters").put("id", enquiry.id().value());
        event.putObject("headers").put("if-none-match", tag);
        JsonNode response = called(event, now);
        int status = response.path("statusCode").asInt();
        if (status == 200) {
            tag = response.at("/headers/etag").asText();
            shown = Json.read(response.path("body").asText());
            // Made anew for whoever gets it.
            shown.findParents("context").forEach(media -> ((ObjectNode) media).remove("url"));
        }
        return status;
    }

    private JsonNode called(ObjectNode event, Instant now) {
        Platform its = table.services.platform();
        var platform = new Platform(
                its.settings(), Clock.fixed(now, ZoneOffset.UTC), its.pause(), its.random(), its.threads(), its.aws());
        var out = new ByteArrayOutputStream();
        try {
            new InboxFunction(platform).handleRequest(new ByteArrayInputStream(Json.bytes(event)), out, CONTEXT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Json.read(out.toByteArray());
    }
}
