package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.local.meta.phone.Letter;
import org.sprechstunde.local.meta.phone.Phones;

/** The list shows every open enquiry once, page by page, from either end. */
@OwnTown
@ExtendWith(Towns.class)
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
                                Letter.text("Brief").at(now.minusSeconds(MANY - i))))
                        .toList());
        Awaitility.await().until(() -> names("newest").size() >= MANY);

        List<String> newest = names("newest");
        List<String> waiting = new ArrayList<>(names("waiting"));

        assertThat(newest).hasSize(MANY).doesNotHaveDuplicates().startsWith("Nummer 119", "Nummer 118");
        Collections.reverse(waiting);
        assertThat(waiting).isEqualTo(newest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?order=upwards", "?next=x", "?next=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "?next=%25"})
    void aQueryThatIsNotOursIsABadRequest(String query) {
        assertThat(town.api().list(query).status()).isEqualTo(400);
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
