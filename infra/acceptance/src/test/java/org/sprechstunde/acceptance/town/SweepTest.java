package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.phone.FileKind;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What nobody resolves goes by itself, on time; what should not be there is found. */
@OwnTown
@InTown
final class SweepTest {
    private static final String ORPHAN = "00000000000000000000000000000bad";

    private final TestTown town;
    private final Await await;

    SweepTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @Test
    void anEnquiryGoesThirtyDaysAfterItsLastMessage() {
        Citizen citizen = town.meta().citizens().withPhone("Ablauf Anna");
        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[1000]));
        String id = await.enquiry(citizen);
        await.media(id, "stored");

        town.town().advance(Duration.ofDays(29));
        town.sweep();
        assertThat(town.api().open(id).status()).isEqualTo(200);

        town.town().advance(Duration.ofDays(1));
        assertThat(town.api().open(id).status()).isEqualTo(404);
        assertThat(town.api().of(citizen.name())).isEmpty();
        town.sweep();

        // The stream may have begun the forget task before the sweep came to it.
        Awaitility.await()
                .untilAsserted(() -> assertThat(town.itemsOf(id))
                        .allMatch(key -> key.startsWith("TASK#forget#"))
                        .hasSize(1));
        assertThat(town.objectsOf(id)).isEmpty();
    }

    @Test
    void aMessageToAnExpiredEnquiryThatStillStandsOpensANewOne() {
        Citizen citizen = town.meta().citizens().withPhone("Ablauf Bernd");
        town.meta().sendText(citizen, "erste");
        String first = await.enquiry(citizen);
        await.delivered();
        town.town().advance(Duration.ofDays(31));

        town.meta().sendText(citizen, "zweite");

        String second = await.enquiry(citizen);
        assertThat(second).isNotEqualTo(first);
        assertThat(town.api().messages(second)).hasSize(1);
        town.sweep();
        town.town().advance(Duration.ofMinutes(21));
        town.sweep();
        assertThat(town.itemsOf(first)).isEmpty();
        assertThat(town.itemsOf(second)).isNotEmpty();
    }

    @Test
    void anObjectThatBelongsToNobodyIsFoundAndErased() {
        String name = ORPHAN + "/0123456789abcdef0123456789abcdef";
        put(name);

        town.sweepForLeftovers();

        Awaitility.await().until(() -> town.objectsOf(ORPHAN).isEmpty());
        assertThat(town.town().log()).anyMatch(line -> line.text().contains("LeftoversFound"));
    }

    @Test
    void anItemThatBelongsToNobodyIsFoundAndErased() {
        String orphan = ORPHAN.replace("bad", "dad");
        town.town()
                .stores()
                .table()
                .putItem(put -> put.tableName(town.town().table())
                        .item(Map.of(
                                "pk", AttributeValue.fromS("ENQUIRY#" + orphan),
                                "sk", AttributeValue.fromS("MESSAGE#1795424400000-0123456789abcdef0123456789abcdef"))));

        town.sweepForLeftovers();

        Awaitility.await().until(() -> town.itemsOf(orphan).stream().allMatch(key -> key.startsWith("TASK#forget#")));
        town.town().advance(Duration.ofMinutes(21));
        town.sweep();
        assertThat(town.itemsOf(orphan)).isEmpty();
    }

    /** Its citizen has written again since, under another id, and an alias stands in its place. */
    @Test
    void whatIsLeftIsFoundThoughItsPlaceIsAnAliasNow() {
        String orphan = ORPHAN.replace("bad", "fad");
        put("CITIZEN#whom-time-has-moved", "OPEN", "alias", "somewhere-else");
        put("ENQUIRY#" + orphan, "CITIZEN", "citizen", "whom-time-has-moved");

        town.sweepForLeftovers();

        Awaitility.await().until(() -> town.itemsOf(orphan).stream().allMatch(key -> key.startsWith("TASK#forget#")));
    }

    private void put(String pk, String sk, String name, String value) {
        town.town()
                .stores()
                .table()
                .putItem(put -> put.tableName(town.town().table())
                        .item(Map.of(
                                "pk",
                                AttributeValue.fromS(pk),
                                "sk",
                                AttributeValue.fromS(sk),
                                name,
                                AttributeValue.fromS(value))));
    }

    @Test
    void anObjectThatNoMessageOfAnOpenEnquiryNamesIsFoundAndErased() {
        Citizen citizen = town.meta().citizens().withPhone("Rest Rita");
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);
        put(id + "/0123456789abcdef0123456789abcdef");
        var upload = town.town()
                .stores()
                .bucket()
                .createMultipartUpload(
                        start -> start.bucket(town.town().bucket()).key(id + "/" + "f".repeat(32)));

        town.sweepForLeftovers();

        assertThat(town.objectsOf(id)).isEmpty();
        assertThat(town.uploads()).doesNotContain(upload.key());
        assertThat(town.api().messages(id)).hasSize(1);
        assertThat(leftovers("OBJECT")).isEqualTo(2);
    }

    @Test
    void aMessageWhoseFileHasVanishedSaysSo() {
        Citizen citizen = town.meta().citizens().withPhone("Rest Rosa");
        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[1000]));
        String id = await.enquiry(citizen);
        await.media(id, "stored");
        town.town()
                .stores()
                .bucket()
                .deleteObject(delete -> delete.bucket(town.town().bucket())
                        .key(town.objectsOf(id).getFirst()));

        town.sweepForLeftovers();

        assertThat(await.media(id, "lost").path("problem").asText()).isEqualTo("gone");
        assertThat(leftovers("MESSAGE")).isEqualTo(1);
    }

    @Test
    void whatIsOpenIsNoLeftover() {
        Citizen citizen = town.meta().citizens().withPhone("Kein Rest");
        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[1000]));
        String id = await.enquiry(citizen);
        await.media(id, "stored");

        town.sweepForLeftovers();

        assertThat(MediaTest.opened(await.media(id, "stored"))).hasSize(1000);
    }

    private void put(String object) {
        town.town()
                .stores()
                .bucket()
                .putObject(put -> put.bucket(town.town().bucket()).key(object), RequestBody.fromString("noise"));
    }

    /** How many leftovers of this kind were counted. */
    private long leftovers(String kind) {
        return town.town().log().stream()
                .filter(line -> line.text().contains("\"LEFTOVERS_FOUND\"")
                        && line.text().contains(kind))
                .count();
    }
}
