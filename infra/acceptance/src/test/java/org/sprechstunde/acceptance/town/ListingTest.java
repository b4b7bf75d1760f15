package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.Phones;

/** The list shows every open enquiry once, page by page, from either end. */
@OwnTown
@InTown
final class ListingTest {
    private static final int MANY = 120;

    private final TestTown town;

    ListingTest(TestTown town) {
        this.town = town;
    }

    @Test
    void allPagesTogetherShowEveryEnquiryOnceInOrder() {
        var now = town.town().clock().instant();
        town.meta()
                .sendTogether(IntStream.range(0, MANY)
                        .mapToObj(i -> new Phones.Written(
                                town.meta().citizens().withoutPhone("Nummer %03d".formatted(i)),
                                CitizenMessage.text("Brief").at(now.minusSeconds(MANY - i))))
                        .toList());
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> numbered("newest").size() == MANY);

        List<String> newest = numbered("newest");
        List<String> waiting = new ArrayList<>(numbered("waiting"));

        assertThat(newest).doesNotHaveDuplicates().containsSubsequence("Nummer 119", "Nummer 118", "Nummer 000");
        Collections.reverse(waiting);
        assertThat(waiting).isEqualTo(newest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?order=upwards", "?next=x", "?next=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "?next=%25"})
    void aQueryThatIsNotOursIsABadRequest(String query) {
        assertThat(town.api().list(query).status()).isEqualTo(400);
    }

    @Test
    void whoeverWritesAgainKeepsTheirPlaceAndWhoHasAnAnswerComesLast() {
        var now = town.town().clock().instant();
        Citizen longest = town.meta().citizens().withPhone("Wartet Am Längsten");
        Citizen later = town.meta().citizens().withPhone("Wartet Später");
        Citizen answered = town.meta().citizens().withPhone("Hat Antwort");
        town.meta().send(answered, CitizenMessage.text("zuerst").at(now.minusSeconds(4000)));
        town.meta().send(longest, CitizenMessage.text("erste").at(now.minusSeconds(3000)));
        town.meta().send(later, CitizenMessage.text("zweite").at(now.minusSeconds(2000)));
        String id = new Await(town).enquiry(answered);
        town.meta().send(longest, CitizenMessage.text("noch einmal").at(now.minusSeconds(1000)));
        new Await(town).enquiry(longest, 2);
        new Await(town).enquiry(later);

        town.api().reply(id, "key", "Antwort");

        List<String> three = List.of(longest.name(), later.name(), answered.name());
        Awaitility.await()
                .untilAsserted(() -> assertThat(names("waiting").stream().filter(three::contains))
                        .containsExactlyElementsOf(three));
    }

    private List<String> numbered(String order) {
        return names(order).stream().filter(name -> name.startsWith("Nummer")).toList();
    }

    private List<String> names(String order) {
        List<String> names = new ArrayList<>();
        String query = "?order=" + order;
        while (true) {
            JsonNode page = town.api().list(query).body();
            page.path("enquiries")
                    .forEach(enquiry -> names.add(enquiry.path("name").asText()));
            if (!page.path("next").isTextual()) {
                return names;
            }
            query = "?order=" + order + "&next=" + page.path("next").asText();
        }
    }
}
