package org.sprechstunde.acceptance.template;

import java.util.List;
import java.util.Set;

/** The kinds of resources that a town consists of: queues, trails, backups and replicas are none. */
final class ResourceKindRules {
    private static final Set<String> KNOWN = Set.of(
            "AWS::ApiGatewayV2::Api",
            "AWS::ApiGatewayV2::ApiMapping",
            "AWS::ApiGatewayV2::Authorizer",
            "AWS::ApiGatewayV2::DomainName",
            "AWS::ApiGatewayV2::Integration",
            "AWS::ApiGatewayV2::Route",
            "AWS::ApiGatewayV2::Stage",
            "AWS::Budgets::Budget",
            "AWS::CloudWatch::Alarm",
            "AWS::CloudWatch::Dashboard",
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
            "AWS::Logs::QueryDefinition",
            "AWS::S3::Bucket",
            "AWS::S3::BucketPolicy",
            "AWS::SNS::Subscription",
            "AWS::SNS::Topic",
            "AWS::SNS::TopicPolicy",
            "AWS::SecretsManager::Secret",
            "AWS::Serverless::Function");

    private ResourceKindRules() {}

    static List<String> unknown(WrittenTemplate template) {
        return template.resources().stream()
                .filter(resource -> !KNOWN.contains(resource.type()))
                .map(resource -> resource.id() + " is a " + resource.type())
                .toList();
    }
}
