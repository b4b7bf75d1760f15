package org.sprechstunde.acceptance.template;

import java.util.List;
import java.util.Set;

/** The kinds of resources that a town consists of: queues, topics, trails, backups and replicas are none. */
final class Kinds {
    private static final Set<String> KNOWN = Set.of(
            "AWS::ApiGatewayV2::Api",
            "AWS::ApiGatewayV2::Authorizer",
            "AWS::ApiGatewayV2::Integration",
            "AWS::ApiGatewayV2::Route",
            "AWS::ApiGatewayV2::Stage",
            "AWS::Cognito::ManagedLoginBranding",
            "AWS::Cognito::UserPool",
            "AWS::Cognito::UserPoolClient",
            "AWS::Cognito::UserPoolDomain",
            "AWS::Cognito::UserPoolResourceServer",
            "AWS::DynamoDB::Table",
            "AWS::IAM::Role",
            "AWS::KMS::Key",
            "AWS::Lambda::Permission",
            "AWS::Logs::LogGroup",
            "AWS::S3::Bucket",
            "AWS::S3::BucketPolicy",
            "AWS::SecretsManager::Secret",
            "AWS::Serverless::Function");

    private Kinds() {}

    static List<String> unknown(Template template) {
        return template.resources().stream()
                .filter(resource -> !KNOWN.contains(resource.type()))
                .map(resource -> resource.id() + " is a " + resource.type())
                .toList();
    }
}
