package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.sprechstunde.platform.Json;

/** What the town hall need not write anew, in its own words: for all desks the same, and nobody overwrites anybody's. */
@OwnTown
@InTown
final class CannedReplyTest {
    private final ApiClient api;

    CannedReplyTest(TestTown town) {
        this.api = town.api();
    }

    @Test
    void whatOneSavesTheOtherReadsAndWhatWasSavedMeanwhileIsNotOverwritten() {
        long before = revision();

        assertThat(save(before, "Dank", "Vielen Dank! 🙂").status()).isEqualTo(200);
        assertThat(save(before, "Anderes", "Von einem anderen Schreibtisch").problem())
                .isEqualTo("canned-changed");
        assertThat(api.cannedReplies().body().at("/replies/0/text").asText()).isEqualTo("Vielen Dank! 🙂");

        assertThat(save(before + 1, "Bauhof", "Der Bauhof kommt.").body())
                .isEqualTo(api.cannedReplies().body());
        assertThat(api.saveCannedReplies(replies(before + 2, 0, "", "").toString())
                        .status())
                .isEqualTo(200);
        assertThat(api.cannedReplies().body().path("replies").isArray()).isTrue();
        assertThat(api.cannedReplies().body().path("replies")).isEmpty();
        assertThat(revision()).isEqualTo(before + 3);
    }

    @Test
    void fiftyOfTheLongestFitAndNotOneMoreOrLonger() {
        long revision = revision();
        String title = "Ü".repeat(60);
        String text = "😀".repeat(1000);
        ObjectNode most = replies(revision, 50, title, text);

        assertThat(api.saveCannedReplies(replies(revision, 51, "Dank", "Danke").toString())
                        .status())
                .isEqualTo(400);
        assertThat(api.saveCannedReplies(
                                replies(revision, 1, "Dank", text + "!").toString())
                        .status())
                .isEqualTo(400);
        assertThat(api.saveCannedReplies(replies(revision, 1, title + "!", text).toString())
                        .status())
                .isEqualTo(400);
        assertThat(api.saveCannedReplies(most.toString()).status()).isEqualTo(200);
        assertThat(api.cannedReplies().body().path("replies")).isEqualTo(most.path("replies"));
    }

    private long revision() {
        return api.cannedReplies().body().path("revision").asLong();
    }

    private ApiClient.Answer save(long revision, String title, String text) {
        return api.saveCannedReplies(replies(revision, 1, title, text).toString());
    }

    private static ObjectNode replies(long revision, int many, String title, String text) {
        ObjectNode body = Json.object().put("revision", revision);
        ArrayNode replies = body.putArray("replies");
        for (int number = 0; number < many; number++) {
            replies.addObject().put("title", title).put("text", text);
        }
        return body;
    }
}
