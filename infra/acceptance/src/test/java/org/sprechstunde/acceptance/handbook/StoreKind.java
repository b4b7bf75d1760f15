package org.sprechstunde.acceptance.handbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import org.sprechstunde.acceptance.handbook.StackTemplate.Stored;

/** A kind of resource that keeps something, and how its properties say for how long and under whose key. */
enum StoreKind {
    TABLE("AWS::DynamoDB::Table", "DynamoDB", "/SSESpecification/KMSMasterKeyId") {
        @Override
        String kept(Stored table, StackTemplate template) {
            return "bis das Anliegen erledigt ist, höchstens %s Tage ab der letzten und %s ab der ersten Nachricht; %s"
                    .formatted(
                            template.standard("RetentionIdleDays"),
                            template.standard("RetentionMaxDays"),
                            table.properties().has("PointInTimeRecoverySpecification")
                                    ? "**mit Wiederherstellungspunkten**"
                                    : "keine Sicherungskopien");
        }
    },
    BUCKET("AWS::S3::Bucket", "S3", "/BucketEncryption/ServerSideEncryptionConfiguration/0") {
        @Override
        String kept(Stored bucket, StackTemplate template) {
            return "wie das Anliegen; Fangnetz: %s Tage ab dem Ablegen; %s"
                    .formatted(
                            template.lifecycleDays(),
                            bucket.properties().has("VersioningConfiguration")
                                    ? "**mit früheren Fassungen**"
                                    : "keine früheren Fassungen");
        }
    },
    KEY("AWS::KMS::Key", "KMS", "") {
        @Override
        String kept(Stored key, StackTemplate template) {
            return "bis zum Ende des Stacks, danach %d Tage Wartezeit"
                    .formatted(key.properties().path("PendingWindowInDays").asInt());
        }
    },
    SECRET("AWS::SecretsManager::Secret", "Secrets Manager", "/KmsKeyId") {
        @Override
        String kept(Stored secret, StackTemplate template) {
            return "bis zum Ende des Stacks";
        }
    },
    POOL("AWS::Cognito::UserPool", "Cognito", "") {
        @Override
        String kept(Stored pool, StackTemplate template) {
            return "bis die Verwaltung den Zugang löscht";
        }
    },
    LOG("AWS::Logs::LogGroup", "CloudWatch Logs", "/KmsKeyId") {
        @Override
        String kept(Stored group, StackTemplate template) {
            JsonNode days = group.properties().path("RetentionInDays");
            return days.isMissingNode() ? "**unbegrenzt**" : days.asInt() + " Tage";
        }
    },
    TOPIC("AWS::SNS::Topic", "SNS", "/KmsMasterKeyId") {
        @Override
        String kept(Stored topic, StackTemplate template) {
            return "wird zugestellt und nicht aufbewahrt";
        }
    };

    private final String type;
    private final String service;
    private final String key;

    StoreKind(String type, String service, String key) {
        this.type = type;
        this.service = service;
        this.key = key;
    }

    static Optional<StoreKind> of(Stored resource) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.equals(resource.type()))
                .findFirst();
    }

    abstract String kept(Stored resource, StackTemplate template);

    String service() {
        return service;
    }

    String type() {
        return type;
    }

    /** Under whose key it lies. */
    String key(Stored resource) {
        boolean ours =
                !key.isEmpty() && resource.properties().at(key).toString().contains("\"Key.Arn\"");
        return switch (this) {
            case KEY -> "–";
            case TABLE, BUCKET, SECRET, POOL, LOG, TOPIC -> ours ? "des Stacks" : "von AWS";
        };
    }
}
