package org.sprechstunde.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.sprechstunde.api.BodySchema;
import org.sprechstunde.api.Revision;
import org.sprechstunde.platform.ApiRequest;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.CannedReplyItem;
import org.sprechstunde.store.CannedReplyItem.CannedReply;
import org.sprechstunde.store.CannedReplyItem.Saved;
import org.sprechstunde.store.Table;

/** {@code GET} and {@code PUT /api/canned-replies}: what the town hall need not write anew, in its own words. */
final class CannedReplyEditor {
    static final String READ = "GET /api/canned-replies";
    static final String SAVE = "PUT /api/canned-replies";

    private static final int MOST = 50;
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_TEXT = 1000;

    private static final BodySchema REPLY = BodySchema.of(
            BodySchema.required("title", words(LONGEST_TITLE)), BodySchema.required("text", words(LONGEST_TEXT)));
    private static final BodySchema BODY =
            BodySchema.of(BodySchema.required("replies", CannedReplyEditor::areReplies), Revision.MEMBER);

    private final Table table;

    CannedReplyEditor(Services services) {
        this.table = Table.of(services);
    }

    /** Revision 0 and no replies as long as nobody has saved any: then those of the release hold. */
    ApiResponse read() {
        return ApiResponse.json(
                200,
                CannedReplyItem.read(table)
                        .map(CannedReplyEditor::json)
                        .orElseGet(() -> Json.object().put("revision", 0)));
    }

    ApiResponse save(ApiRequest request) {
        JsonNode body = BodySchema.json(request.body());
        OptionalLong seen = BODY.allows(body) ? Revision.of(body) : OptionalLong.empty();
        if (seen.isEmpty()) {
            return ApiResponse.problem(Problem.BAD_REQUEST);
        }
        List<CannedReply> replies = body.path("replies")
                .valueStream()
                .map(reply -> new CannedReply(
                        reply.path("title").asText(), reply.path("text").asText()))
                .toList();
        return table.update(CannedReplyItem.save(replies, seen.getAsLong()))
                ? ApiResponse.json(200, json(new Saved(replies, seen.getAsLong() + 1)))
                : ApiResponse.problem(Problem.CANNED_CHANGED);
    }

    private static ObjectNode json(Saved saved) {
        ObjectNode json = Json.object().put("revision", saved.revision());
        ArrayNode replies = json.putArray("replies");
        saved.replies()
                .forEach(
                        reply -> replies.addObject().put("title", reply.title()).put("text", reply.text()));
        return json;
    }

    private static boolean areReplies(JsonNode value) {
        return value.isArray() && value.size() <= MOST && value.valueStream().allMatch(REPLY::allows);
    }

    private static Predicate<JsonNode> words(int longest) {
        return BodySchema.text(text -> !text.isEmpty() && text.codePointCount(0, text.length()) <= longest);
    }
}
