package org.sprechstunde.whatsapp.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.sprechstunde.platform.Json;

/**
 * Whatever WhatsApp adds, leaves out, reorders or puts into one body: nothing throws, every part has exactly one
 * outcome, and no delivery changes what becomes of its neighbours.
 */
final class CorpusPropertyTest {

    @Property
    void whatNobodyKnowsYetChangesNothing(@ForAll("webhooks") Corpus.Delivery delivery, @ForAll long seed) {
        JsonNode body = new DeliveryVariation(new Random(seed)).withUnknownFields(delivery.body());

        assertThat(read(body)).isEqualTo(delivery.expected());
    }

    @Property
    void theOrderOfFieldsChangesNothing(@ForAll("webhooks") Corpus.Delivery delivery, @ForAll long seed) {
        JsonNode body = new DeliveryVariation(new Random(seed)).shuffled(delivery.body());

        assertThat(read(body)).isEqualTo(delivery.expected());
    }

    @Property
    void whatIsMissingIsNoFailureAndNothingIsDroppedInSilence(
            @ForAll("any") Corpus.Delivery delivery, @ForAll long seed) {
        JsonNode body = new DeliveryVariation(new Random(seed)).withLess(delivery.body());

        Optional<WebhookPayload> read = WebhookParser.parse(body, Corpus.READER);

        read.ifPresent(webhook -> assertThat(PartCount.of(webhook)).isEqualTo(PartCount.in(body, Corpus.OURS)));
    }

    @Property
    void deliveriesInOneBodyAreReadAsEachOfThemAlone(
            @ForAll @Size(min = 2, max = 12) List<Corpus.@From("webhooks") Delivery> deliveries, @ForAll long seed) {
        JsonNode body = new DeliveryVariation(new Random(seed))
                .together(deliveries.stream().map(Corpus.Delivery::body).toList());

        assertThat(read(body))
                .isEqualTo(joined(
                        deliveries.stream().map(Corpus.Delivery::expected).toList()));
    }

    @Property
    void aBrokenNeighbourChangesNobody(
            @ForAll("webhooks") Corpus.Delivery one,
            @ForAll("webhooks") Corpus.Delivery broken,
            @ForAll("webhooks") Corpus.Delivery other,
            @ForAll long seed) {
        DeliveryVariation variation = new DeliveryVariation(new Random(seed));
        JsonNode less = variation.withUnknownFields(variation.withLess(broken.body()));
        JsonNode body = variation.together(List.of(one.body(), less, other.body()));

        JsonNode alone = read(variation.together(List.of(less)));
        assertThat(read(body)).isEqualTo(joined(List.of(one.expected(), alone, other.expected())));
    }

    @Property
    void messagesAndStatusesOfOneChangeAreReadInTheOrderInWhichTheyCome(
            @ForAll("webhooks") Corpus.Delivery delivery, @ForAll long seed) {
        ObjectNode body = delivery.body().deepCopy();
        for (JsonNode entry : body.path("entry")) {
            for (JsonNode change : entry.path("changes")) {
                shuffle(change.path("value").path("messages"), seed);
                shuffle(change.path("value").path("statuses"), seed);
            }
        }

        for (String list : List.of("messages", "statuses", "declined", "skipped", "problems")) {
            assertThat(read(body).path(list))
                    .containsExactlyInAnyOrderElementsOf(delivery.expected().path(list));
        }
    }

    @Provide
    Arbitrary<Corpus.Delivery> any() {
        return Arbitraries.of(Corpus.all());
    }

    @Provide
    Arbitrary<Corpus.Delivery> webhooks() {
        return Arbitraries.of(Corpus.webhooks());
    }

    private static JsonNode read(JsonNode body) {
        return ExpectedOutcome.of(WebhookParser.parse(body, Corpus.READER));
    }

    private static JsonNode joined(List<JsonNode> expected) {
        ObjectNode all = Json.object();
        for (JsonNode each : expected) {
            each.properties().forEach(list -> all.withArray(list.getKey()).addAll((ArrayNode) list.getValue()));
        }
        return all;
    }

    private static void shuffle(JsonNode list, long seed) {
        if (list instanceof ArrayNode array) {
            List<JsonNode> elements = new ArrayList<>();
            array.forEach(elements::add);
            Collections.shuffle(elements, new Random(seed));
            array.removeAll().addAll(elements);
        }
    }
}
