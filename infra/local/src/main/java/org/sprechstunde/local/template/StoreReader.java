package org.sprechstunde.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.local.template.BucketSpec.CorsRule;
import org.sprechstunde.local.template.TableSpec.Index;
import org.sprechstunde.local.template.TableSpec.KeyPart;

/** Reads what keeps data: tables, buckets, secrets; and the keys that sign. */
final class StoreReader {
    private StoreReader() {}

    static TableSpec table(PhysicalNames physical, Values table) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Values attribute : table.each("AttributeDefinitions")) {
            attributes.put(attribute.text("AttributeName"), attribute.text("AttributeType"));
        }
        return new TableSpec(
                physical.id(),
                physical.attribute("Arn"),
                attributes,
                keys(table),
                table.each("GlobalSecondaryIndexes").stream()
                        .map(StoreReader::index)
                        .toList(),
                ttl(table.inOrEmpty("TimeToLiveSpecification")),
                table.inOrEmpty("StreamSpecification").optionalText("StreamViewType"));
    }

    private static Index index(Values index) {
        Values projection = index.in("Projection");
        return new Index(
                index.text("IndexName"),
                keys(index),
                projection.text("ProjectionType"),
                projection.texts("NonKeyAttributes"));
    }

    private static List<KeyPart> keys(Values owner) {
        return owner.each("KeySchema").stream()
                .map(key -> new KeyPart(key.text("AttributeName"), key.text("KeyType")))
                .toList();
    }

    private static Optional<String> ttl(Values ttl) {
        boolean enabled = ttl.optionalText("Enabled").map(Boolean::parseBoolean).orElse(false);
        return enabled ? ttl.optionalText("AttributeName") : Optional.empty();
    }

    static BucketSpec bucket(PhysicalNames physical, Values bucket) {
        List<CorsRule> rules = bucket.inOrEmpty("CorsConfiguration").each("CorsRules").stream()
                .map(rule -> new CorsRule(
                        rule.texts("AllowedOrigins"), rule.texts("AllowedMethods"), rule.texts("AllowedHeaders")))
                .toList();
        return new BucketSpec(physical.id(), rules);
    }

    /** The ARNs of keys that sign; those that seal show in no emulator. */
    static List<String> signingKeys(Stack stack) {
        return stack
                .read(
                        "AWS::KMS::Key",
                        (physical, key) -> key.optionalText("KeyUsage")
                                .filter("SIGN_VERIFY"::equals)
                                .map(_ -> physical.attribute("Arn")))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    static SecretSpec secret(PhysicalNames physical, Values secret) {
        Values generated = secret.inOrEmpty("GenerateSecretString");
        return new SecretSpec(
                physical.id(),
                physical.ref(),
                generated.optionalText("SecretStringTemplate").or(() -> secret.optionalText("SecretString")),
                generated.optionalText("GenerateStringKey"));
    }
}
