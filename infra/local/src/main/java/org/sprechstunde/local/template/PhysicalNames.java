package org.sprechstunde.local.template;

import java.util.Locale;
import java.util.Optional;

/**
 * What a resource would be called and which attributes it would have once deployed.
 *
 * @param name given in the template, else made up from stack and logical id as CloudFormation does
 */
record PhysicalNames(Resource resource, Optional<String> name, PseudoParameters pseudo) {
    /** The property that names a resource of this type, if it can be named. */
    static Optional<String> nameProperty(String type) {
        return switch (type) {
            case "AWS::DynamoDB::Table" -> Optional.of("TableName");
            case "AWS::S3::Bucket" -> Optional.of("BucketName");
            case "AWS::Serverless::Function" -> Optional.of("FunctionName");
            case "AWS::SecretsManager::Secret" -> Optional.of("Name");
            case "AWS::Logs::LogGroup" -> Optional.of("LogGroupName");
            case "AWS::SNS::Topic" -> Optional.of("TopicName");
            default -> Optional.empty();
        };
    }

    String ref() {
        return switch (resource.type()) {
            case "AWS::SecretsManager::Secret", "AWS::SNS::Topic" -> arn();
            default -> id();
        };
    }

    String attribute(String attribute) {
        return switch (attribute) {
            case "Arn" -> arn();
            case "StreamArn" -> arn() + "/stream/local";
            default -> id() + "." + attribute;
        };
    }

    String id() {
        return name.orElseGet(() -> switch (resource.type()) {
            case "AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::SecretsManager::Secret" ->
                pseudo.stack() + "-" + resource.logicalId().toLowerCase(Locale.ROOT);
            case "AWS::Serverless::Function", "AWS::SNS::Topic" -> pseudo.stack() + "-" + resource.logicalId();
            default -> resource.logicalId();
        });
    }

    private String arn() {
        return switch (resource.type()) {
            case "AWS::DynamoDB::Table" -> pseudo.arn("dynamodb", "table/" + id());
            case "AWS::S3::Bucket" -> "arn:aws:s3:::" + id();
            case "AWS::Serverless::Function" -> pseudo.arn("lambda", "function:" + id());
            case "AWS::SecretsManager::Secret" -> pseudo.arn("secretsmanager", "secret:" + id());
            case "AWS::SNS::Topic" -> pseudo.arn("sns", id());
            case "AWS::KMS::Key" -> pseudo.arn("kms", "key/" + id());
            default -> pseudo.arn("local", id());
        };
    }
}
