package org.sprechstunde.acceptance.template;

/** A template that breaks one rule: the same text with one place changed. */
enum TemplateMutant {
    A_ROLE_THAT_IS_NOT_THERE(Rule.EVERY_NAME_MEANS_SOMETHING, "!GetAtt PageRole.Arn", "!GetAtt PagesRole.Arn"),
    A_BUCKET_THAT_IS_NOT_THERE(Rule.EVERY_NAME_MEANS_SOMETHING, "${Bucket.Arn}/*", "${Buckets.Arn}/*"),
    A_CONDITION_THAT_IS_NOT_THERE(Rule.EVERY_NAME_MEANS_SOMETHING, "Condition: OwnLogin", "Condition: Login"),
    A_QUEUE(Rule.ONLY_KNOWN_KINDS_OF_RESOURCES, "Type: AWS::S3::BucketPolicy", "Type: AWS::SQS::Queue"),
    A_BACKUP(Rule.NO_COPY_OF_CONTENT, "BillingMode: ", "PointInTimeRecoverySpecification: {}\n      BillingMode: "),
    A_VERSION(Rule.NO_COPY_OF_CONTENT, "OwnershipControls:", "VersioningConfiguration: {}\n      OwnershipControls:"),
    A_REPLICA(Rule.NO_COPY_OF_CONTENT, "OwnershipControls:", "ReplicationConfiguration: {}\n      OwnershipControls:"),
    AN_INVENTORY(
            Rule.NO_COPY_OF_CONTENT, "OwnershipControls:", "InventoryConfigurations: []\n      OwnershipControls:"),
    A_NOTIFICATION(
            Rule.NO_COPY_OF_CONTENT, "OwnershipControls:", "NotificationConfiguration: {}\n      OwnershipControls:"),
    IMAGES_IN_THE_STREAM(
            Rule.TABLE_FORGETS_AND_IS_LOCKED, "StreamViewType: KEYS_ONLY", "StreamViewType: NEW_AND_OLD_IMAGES"),
    CONTENT_IN_THE_INDEX(Rule.TABLE_FORGETS_AND_IS_LOCKED, "ProjectionType: KEYS_ONLY", "ProjectionType: ALL"),
    NO_EXPIRY(
            Rule.TABLE_FORGETS_AND_IS_LOCKED, "expiresAt\n        Enabled: true", "expiresAt\n        Enabled: false"),
    EXPIRY_BY_ANOTHER_ATTRIBUTE(Rule.TABLE_FORGETS_AND_IS_LOCKED, "AttributeName: expiresAt", "AttributeName: expires"),
    AN_UNPROTECTED_TABLE(
            Rule.TABLE_FORGETS_AND_IS_LOCKED,
            "DeletionProtectionEnabled: !If [Guarded, true, false]",
            "DeletionProtectionEnabled: false"),
    A_BACKUP_BY_HAND(Rule.TABLE_FORGETS_AND_IS_LOCKED, "                - dynamodb:UpdateContinuousBackups\n", ""),
    A_BACKUP_BY_SOMEBODY(
            Rule.TABLE_FORGETS_AND_IS_LOCKED,
            "Sid: NoCopies\n              Effect: Deny\n              Principal: '*'",
            "Sid: NoCopies\n              Effect: Deny\n              Principal: {AWS: somebody}"),
    A_TABLE_THAT_NO_DEPLOYMENT_CAN_CHANGE(
            Rule.TABLE_FORGETS_AND_IS_LOCKED,
            "- dynamodb:UpdateContributorInsights",
            "- dynamodb:UpdateContributorInsights\n                - dynamodb:UpdateTable"),
    A_PUBLIC_BUCKET(Rule.BUCKET_IS_LOCKED, "RestrictPublicBuckets: true", "RestrictPublicBuckets: false"),
    A_BUCKET_FOR_ANY_PAGE(
            Rule.BUCKET_IS_LOCKED, "- !If [OwnDomain, !Sub 'https://${DomainName}', !GetAtt Api.ApiEndpoint]", "- '*'"),
    A_BUCKET_WITH_ANOTHER_KEY(Rule.BUCKET_IS_LOCKED, "KMSMasterKeyID: !GetAtt Key.Arn", "KMSMasterKeyID: alias/aws/s3"),
    A_BUCKET_WITHOUT_TLS(Rule.BUCKET_POLICY_ONLY_DENIES, "aws:SecureTransport: false", "aws:SecureTransport: true"),
    AN_OPEN_BUCKET(
            Rule.BUCKET_POLICY_ONLY_DENIES,
            "Sid: EncryptedConnectionsOnly\n            Effect: Deny",
            "Sid: EncryptedConnectionsOnly\n            Effect: Allow"),
    A_HASTY_LIFECYCLE(Rule.FILES_OUTLIVE_NO_ENQUIRY, "LifecycleDays: 91", "LifecycleDays: 90"),
    A_FIXED_LIFECYCLE(
            Rule.FILES_OUTLIVE_NO_ENQUIRY,
            "- !FindInMap [Retention, !Ref FormerRetentionMaxDays, LifecycleDays]",
            "- 91"),
    A_SLEEPING_LIFECYCLE(Rule.FILES_OUTLIVE_NO_ENQUIRY, "Status: Enabled", "Status: Disabled"),
    PARTS_FOR_A_WEEK(Rule.NO_UNFINISHED_UPLOADS, "DaysAfterInitiation: 1", "DaysAfterInitiation: 7"),
    IDLE_FOR_LONGER_THAN_EVER(Rule.RETENTION_MAKES_SENSE, "['7', '14', '30']", "['7', '14', '60']"),
    LOGS_FOR_A_MONTH(Rule.LOGS_ARE_SHORT, "RetentionInDays: 14", "RetentionInDays: 30"),
    LOGS_FOR_EVER(Rule.LOGS_ARE_SHORT, "RetentionInDays: 14", "LogGroupClass: STANDARD"),
    A_TABLE_LEFT_BEHIND(
            Rule.DELETION_IS_DECIDED,
            "Type: AWS::DynamoDB::Table\n    DeletionPolicy: Delete",
            "Type: AWS::DynamoDB::Table\n    DeletionPolicy: Retain"),
    A_BUCKET_REPLACED(
            Rule.DELETION_IS_DECIDED,
            "DeletionPolicy: Delete\n    UpdateReplacePolicy: Retain\n    Properties:\n      PublicAccess",
            "DeletionPolicy: Delete\n    Properties:\n      PublicAccess"),
    A_TABLE_THAT_REFUSES_AT_ONCE(
            Rule.A_FAILED_FIRST_DEPLOYMENT_CAN_BE_TAKEN_BACK, "!If [Guarded, true, false]", "true"),
    LOGINS_THAT_REFUSE_AT_ONCE(
            Rule.A_FAILED_FIRST_DEPLOYMENT_CAN_BE_TAKEN_BACK,
            "!If [Guarded, ACTIVE, INACTIVE]",
            "!If [OwnLogin, ACTIVE, INACTIVE]"),
    LOGS_THAT_REFUSE(
            Rule.A_FAILED_FIRST_DEPLOYMENT_CAN_BE_TAKEN_BACK,
            "RetentionInDays: 14",
            "DeletionProtectionEnabled: true\n      RetentionInDays: 14"),
    A_BUCKET_OF_LOCKED_OBJECTS(
            Rule.A_FAILED_FIRST_DEPLOYMENT_CAN_BE_TAKEN_BACK,
            "OwnershipControls:",
            "ObjectLockEnabled: true\n      OwnershipControls:"),
    PROTECTED_BY_DEFAULT(
            Rule.A_FAILED_FIRST_DEPLOYMENT_CAN_BE_TAKEN_BACK,
            "Protected:\n    Type: String\n    Default: 'no'",
            "Protected:\n    Type: String\n    Default: 'yes'"),
    CAPPED_BY_DEFAULT(
            Rule.A_FAILED_FIRST_DEPLOYMENT_CAN_BE_TAKEN_BACK,
            "ReservedConcurrency:\n    Type: String\n    Default: 'no'",
            "ReservedConcurrency:\n    Type: String\n    Default: 'yes'"),
    A_ROLE_FOR_ANYTHING(Rule.ROLES_ARE_NARROW, "Resource: !GetAtt Table.Arn", "Resource: '*'"),
    A_ROLE_FOR_ANY_ACTION(Rule.ROLES_ARE_NARROW, "- dynamodb:GetItem", "- dynamodb:*"),
    A_BORROWED_POLICY(
            Rule.ROLES_ARE_NARROW,
            "Type: AWS::IAM::Role\n    Properties:",
            "Type: AWS::IAM::Role\n    Properties:\n      ManagedPolicyArns: [AdministratorAccess]"),
    AN_UNBOUNDED_ROLE(
            Rule.ROLES_ARE_NARROW,
            "PermissionsBoundary: !If [Bounded, !Ref PermissionsBoundary, !Ref AWS::NoValue]",
            "Description: x"),
    A_KEY_FOR_ALL_ACTIONS(Rule.KEY_IS_NARROW, "- kms:CancelKeyDeletion", "- kms:*"),
    A_KEY_WITHOUT_ROTATION(Rule.KEY_IS_NARROW, "EnableKeyRotation: true", "EnableKeyRotation: false"),
    A_SECRET_IN_PLAIN_SIGHT(Rule.NO_SECRET_INSIDE, "\"appSecret\":\"\"", "\"appSecret\":\"0123456789\""),
    AN_OLDER_JAVA(Rule.FUNCTIONS_ARE_ALIKE, "Runtime: java25", "Runtime: java21"),
    A_FUNCTION_BUILT_OTHERWISE(Rule.FUNCTIONS_ARE_ALIKE, "BuildMethod: makefile", "BuildMethod: java25"),
    A_SHARED_ROLE(Rule.FUNCTIONS_SHARE_NOTHING, "!GetAtt PageRole.Arn", "!GetAtt InboxRole.Arn"),
    A_SHARED_LOG(Rule.FUNCTIONS_SHARE_NOTHING, "LogGroup: !Ref PageLogs", "LogGroup: !Ref ApiLogs"),
    A_TRACE(Rule.FUNCTIONS_REMEMBER_NOTHING, "Runtime: java25", "Tracing: Active\n    Runtime: java25"),
    A_LOGGED_EVENT(
            Rule.FUNCTIONS_REMEMBER_NOTHING, "TABLE: !Ref", "POWERTOOLS_LOGGER_LOG_EVENT: true\n        TABLE: !Ref"),
    A_DEAD_LETTER(
            Rule.FUNCTIONS_REMEMBER_NOTHING,
            "StartingPosition:",
            "DestinationConfig: {}\n            StartingPosition:"),
    A_STREAM_OF_EVERYTHING(Rule.EVENTS_ARE_HINTS, "\"prefix\":\"TASK#\"", "\"prefix\":\"\""),
    A_LAZY_SWEEP(
            Rule.EVENTS_ARE_HINTS,
            "enquiries\n            Schedule: rate(5 minutes)",
            "enquiries\n            Schedule: rate(5 hours)"),
    AN_OPEN_ROUTE(Rule.EVERY_ROUTE_IS_GUARDED, "AuthorizationType: JWT", "AuthorizationType: NONE"),
    A_ROUTE_FOR_ANY_TOKEN(Rule.EVERY_ROUTE_IS_GUARDED, "AuthorizationScopes: [sprechstunde/mayor]", "OperationName: x"),
    A_NEW_PUBLIC_ROUTE(Rule.EVERY_ROUTE_IS_GUARDED, "RouteKey: GET /config.json", "RouteKey: GET /enquiries.json"),
    A_ROUTE_WITHOUT_PERMISSION(Rule.EVERY_ROUTE_LEADS_TO_A_FUNCTION, "${Api}/*/GET/config.json", "${Api}/*/GET/config"),
    A_ROUTE_TO_AN_OLD_VERSION(
            Rule.EVERY_ROUTE_LEADS_TO_A_FUNCTION,
            "IntegrationUri: !GetAtt ReplyFunction.Arn",
            "IntegrationUri: !Sub '${ReplyFunction.Arn}:1'"),
    A_PERMISSION_FOR_ANY_PATH(Rule.NO_PERMISSION_IS_WIDER_THAN_ITS_ROUTES, "${Api}/*/*/webhook", "${Api}/*/*/*"),
    A_PERMISSION_FOR_ANOTHER_SERVICE(
            Rule.NO_PERMISSION_IS_WIDER_THAN_ITS_ROUTES,
            "Principal: apigateway.amazonaws.com",
            "Principal: events.amazonaws.com"),
    AN_UNTHROTTLED_ROUTE(Rule.EVERY_ROUTE_IS_THROTTLED, "        POST /webhook: ", "        POST /hook: "),
    A_THROTTLE_TOO_EARLY(Rule.EVERY_ROUTE_IS_THROTTLED, " ReplyRoute, ", " "),
    A_TALKATIVE_LOG(Rule.ACCESS_LOG_TELLS_NOTHING, "$context.requestId", "$context.identity.sourceIp"),
    A_LOGIN_WITHOUT_SECOND_FACTOR(Rule.LOGIN_IS_STRONG, "MfaConfiguration: 'ON'", "MfaConfiguration: OPTIONAL"),
    A_TOKEN_FOR_A_DAY(Rule.LOGIN_IS_STRONG, "AccessTokenValidity: 15", "AccessTokenValidity: 1440"),
    AN_IMPLICIT_FLOW(Rule.LOGIN_IS_STRONG, "AllowedOAuthFlows: [code]", "AllowedOAuthFlows: [code, implicit]"),
    A_SECOND_WAY_IN(
            Rule.ONE_WAY_IN,
            "Type: AWS::Cognito::UserPoolClient\n    Condition: OwnLogin",
            "Type: AWS::Cognito::UserPoolClient"),
    AN_ISSUER_WITHOUT_TLS(Rule.ONE_WAY_IN, "AllowedPattern: (https://[^\\s]+)?", "AllowedPattern: (https?://[^\\s]+)?"),
    MAIL_FOR_ANY_TOPIC(
            Rule.ROLES_ARE_NARROW,
            "- sns:Publish\n                  Resource: !Ref MayorTopic",
            "- sns:Publish\n                  Resource: '*'"),
    MAIL_IN_THE_CLEAR(
            Rule.MAYORS_MAIL_IS_LOCKED,
            "Condition: MayorIsTold\n    Properties:\n      DisplayName: Sprechstunde",
            "Condition: MayorIsTold\n    Metadata:\n      DisplayName: Sprechstunde"),
    MAIL_WITHOUT_TLS(
            Rule.MAYORS_MAIL_IS_LOCKED,
            "Sid: MayorsMailByTlsOnly\n            Effect: Deny",
            "Sid: MayorsMailByTlsOnly\n            Effect: Allow"),
    MAIL_TO_NOBODY(
            Rule.MAYORS_MAIL_IS_LOCKED,
            "Type: AWS::SNS::Subscription\n    Condition: MayorIsTold",
            "Type: AWS::SNS::Subscription"),
    MAIL_FROM_THE_PAGE(Rule.MAYORS_MAIL_IS_LOCKED, "- PolicyName: page", "- PolicyName: sns:Publish");

    private final Rule caughtBy;
    private final String truth;
    private final String lie;

    TemplateMutant(Rule caughtBy, String truth, String lie) {
        this.caughtBy = caughtBy;
        this.truth = truth;
        this.lie = lie;
    }

    Rule caughtBy() {
        return caughtBy;
    }

    /** {@code template} with the lie in it. */
    WrittenTemplate told(WrittenTemplate template) {
        return template.with(truth, lie);
    }
}
