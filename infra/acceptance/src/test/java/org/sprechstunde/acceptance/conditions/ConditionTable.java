package org.sprechstunde.acceptance.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.sprechstunde.acceptance.wire.WireDynamoDb;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.EnquiryPlace;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.enquiry.Person;
import org.sprechstunde.enquiry.RetentionPolicy;
import org.sprechstunde.local.ExampleTown;
import org.sprechstunde.local.emulator.DynamoDbLocal;
import org.sprechstunde.local.stores.Tables;
import org.sprechstunde.local.template.TownTemplate;
import org.sprechstunde.platform.AwsClients;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Services;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.repository.Repository;
import org.sprechstunde.store.EnquiryItem;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.MessageChange;
import org.sprechstunde.store.PointerItem;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.Transaction;
import org.sprechstunde.store.Update;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table in this JVM, and what a case needs there. Each case has an enquiry of its own. */
final class ConditionTable {
    static final Person SOMEBODY = new Person("0123456789abcdef", "Somebody");

    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    static final RetentionPolicy RETENTION = new RetentionPolicy(Duration.ofDays(30), Duration.ofDays(90));

    /** No random id is before the first or after the last. */
    static final RandomId FIRST = new RandomId("0".repeat(32));

    static final RandomId LAST = new RandomId("f".repeat(32));

    final SecureRandom random = new SecureRandom();
    final ConditionWire wire;
    final Services services;
    final Table table;

    ConditionTable() throws Exception {
        wire = new ConditionWire(DynamoDbLocal.inProcess(Repository.file("infra/local")));
        var template = TownTemplate.read(
                Repository.file("template.yaml"), ExampleTown.with(Map.of("WhatsAppPhoneNumberId", "1")));
        Settings settings = Settings.of(environment(template.tables().getFirst().name()));
        services = new Services(new Platform(
                settings,
                Clock.fixed(NOW, ZoneOffset.UTC),
                _ -> {},
                random,
                Executors.newVirtualThreadPerTaskExecutor(),
                new AwsClients(settings.aws(), () -> wire)));
        new Tables(WireDynamoDb.over(wire))
                .provision(template.tables().getFirst().bare());
        table = Table.of(services);
    }

    private static Map<String, String> environment(String table) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "TABLE", table,
                "BUCKET", "bucket",
                "SECRET", "secret",
                "TOWN", "Heringen",
                "TOWN_HALL_HOURS", "dienstags",
                "TOWN_HALL_HOURS_ENGLISH", "Tuesdays",
                "CITIZEN_LANGUAGES", "de,en",
                "PRIVACY_NOTICE_URL", "https://notice.example",
                "SIGNS", "typing",
                "REMINDER_HOURS", "3"));
        environment.putAll(Map.of(
                "PAGE_URL", "https://page.example/",
                "RETENTION_IDLE_DAYS", "30",
                "RETENTION_MAX_DAYS", "90",
                "WHATSAPP_API_URL", "https://graph.example",
                "WHATSAPP_API_VERSION", "v26.0",
                "WHATSAPP_PHONE_NUMBER_ID", "1",
                "WHATSAPP_MEDIA_HOST", "media.example",
                "OIDC_ISSUER", "https://login.example",
                "OIDC_CLIENT_ID", "page",
                "OIDC_SCOPE", "mayor"));
        environment.putAll(Map.of(
                "FEDERAL_STATE", "HE",
                "MAYOR_FORM", "office",
                "WHATSAPP_STORAGE", "default",
                "LOGIN_ORIGIN", "https://login.example",
                "AWS_REGION", "eu-central-1",
                "AWS_MAX_ATTEMPTS", "1",
                "AWS_ACCESS_KEY_ID", "key",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_ENDPOINT_URL_DYNAMODB", "http://table.example",
                "AWS_ENDPOINT_URL_SECRETS_MANAGER", "http://secrets.example"));
        return environment;
    }

    /** An enquiry that nobody has stored yet. */
    Enquiry fresh(RandomId id) {
        return Enquiry.opened(
                new Enquiry.Fresh(id, new EnquiryPlace(hash(), Set.of(), Optional.empty()), DataKey.next(random)),
                new Identity(Optional.of("DE.1"), Optional.empty(), Optional.empty(), Optional.empty()),
                text(NOW),
                RETENTION);
    }

    /** As a keyed hash, no random id: where one stands, no message of its citizen's leads to it any more. */
    String hash() {
        return RandomId.next(random).value().replaceFirst(".$", "-");
    }

    /** One that stands, as it is read. */
    Enquiry open() {
        Enquiry enquiry = fresh(RandomId.next(random));
        table.put(EnquiryItem.write(enquiry, random));
        table.put(PointerItem.write(enquiry));
        return enquiry;
    }

    Message text(Instant written) {
        return new Message(
                MessageId.next(written, written, random),
                Message.Direction.IN,
                new MessageContent.Text("Text"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Changes the item of {@code enquiry} as nobody should. */
    void changed(Enquiry enquiry, UnaryOperator<Map<String, AttributeValue>> change) {
        table.put(change.apply(item(ItemKey.citizen(enquiry.citizen()))));
    }

    Map<String, AttributeValue> item(ItemKey key) {
        return new HashMap<>(table.get(key).orElseThrow());
    }

    void takes(Update update) {
        assertThat(table.update(update)).as(update.condition()).isTrue();
    }

    void refuses(Update update) {
        assertThat(table.update(update)).as(update.condition()).isFalse();
    }

    void takes(MessageChange change) {
        assertThat(change.isWritten(table)).as(change.message().condition()).isTrue();
    }

    void refuses(MessageChange change) {
        assertThat(change.isWritten(table)).as(change.message().condition()).isFalse();
    }

    void takes(Function<Transaction, Transaction.Write> write) {
        Transaction transaction = table.transaction();
        Transaction.Write taken = write.apply(transaction);
        Transaction.Outcome outcome = transaction.commit();
        assertThat(outcome.done() && !outcome.refused(taken)).isTrue();
    }

    void refuses(Function<Transaction, Transaction.Write> write) {
        Transaction transaction = table.transaction();
        Transaction.Write refused = write.apply(transaction);
        assertThat(transaction.commit().refused(refused)).isTrue();
    }
}
