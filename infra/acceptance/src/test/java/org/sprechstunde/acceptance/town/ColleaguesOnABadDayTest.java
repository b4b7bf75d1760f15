package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.acceptance.town.ApiClient.Answer;
import org.sprechstunde.emulator.chat.Citizen;

/** What only tells colleagues of each other keeps nobody from the work itself. */
@Tag("full")
final class ColleaguesOnABadDayTest {
    @RegisterExtension
    static final GatedTown TOWN = new GatedTown();

    private final ApiClient api = TOWN.town().api();

    @Test
    void anEnquiryOpensThoughItCannotBeWrittenDownWhoReadsIt() {
        String id = writes("Wird Gelesen");
        TOWN.gate().refuse("UpdateItem");

        Answer opened = api.look(id, "reading");

        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.body().path("messages")).hasSize(1);
        TOWN.gate().refuse("");
        assertThat(presentToAColleague(id)).as("nobody was written down").isFalse();
        api.look(id, "reading");
        assertThat(presentToAColleague(id)).as("the next look makes up for it").isTrue();
    }

    @Test
    void anEnquiryIsErasedThoughTheNameOfWhoResolvesItCannotBeRead() {
        String id = writes("Wird Abgeschlossen");
        long seen = api.revision(id);
        TOWN.gate().refuse("GetItem", "PERSON#");
        assertThat(api.introduce("{}").status()).as("names cannot be read").isEqualTo(500);

        Answer resolved = api.resolve(id, seen);

        assertThat(resolved.status()).isEqualTo(200);
        assertThat(resolved.body().path("state").asText()).isEqualTo("erased");
        assertThat(resolved.body().at("/resolvedBy/name").asText()).isEmpty();
        assertThat(api.open(id).status()).isEqualTo(404);
    }

    private static boolean presentToAColleague(String id) {
        String colleague = TOWN.town().town().tokenOf("Berta Beigeordnete");
        return TOWN.town()
                .api()
                .as(colleague)
                .look(id, "reading")
                .response()
                .headers()
                .firstValue("present")
                .isPresent();
    }

    private static String writes(String name) {
        Citizen citizen = TOWN.town().meta().citizens().withPhone(name);
        TOWN.town().meta().sendText(citizen, "Guten Tag");
        String id = TOWN.await().enquiry(citizen);
        TOWN.await().nothingIsAboutToBeSaid();
        return id;
    }
}
