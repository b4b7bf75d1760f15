package org.sprechstunde.acceptance.template;

/** A template that breaks one rule of deploying and watching: the same text with one place changed. */
enum OperatingMutant {
    A_QUESTION_WITHOUT_WORDS(Rule.EVERY_PARAMETER_IS_EXPLAINED, "The town's name as citizens read it.", "Town"),
    A_QUESTION_OUT_OF_PLACE(Rule.EVERY_PARAMETER_IS_EXPLAINED, "QuietDays, MonthlyBudget]", "MonthlyBudget]"),
    A_QUESTION_NOBODY_CAN_ANSWER(Rule.EVERY_PARAMETER_IS_EXPLAINED, "    Default: lookaside.fbsbx.com\n", ""),
    LONDON(Rule.DATA_STAYS_IN_THE_UNION, "eu-west-1, eu-west-3", "eu-west-1, eu-west-2, eu-west-3"),
    ANYWHERE_BY_DEFAULT(
            Rule.DATA_STAYS_IN_THE_UNION,
            "AllowOutsideEu:\n    Type: String\n    Default: 'no'",
            "AllowOutsideEu:\n    Type: String\n    Default: 'yes'"),
    ONE_PARTITION_ONLY(Rule.NO_PARTITION_IS_WRITTEN_OUT, "arn:${AWS::Partition}:execute-api", "arn:aws:execute-api"),
    ONE_SUFFIX_ONLY(
            Rule.NO_PARTITION_IS_WRITTEN_OUT, "s3.${AWS::Region}.${AWS::URLSuffix}", "s3.${AWS::Region}.amazonaws.com"),
    ONE_LOGIN_PAGE_ONLY(
            Rule.NO_PARTITION_IS_WRITTEN_OUT,
            "${MayorPoolDomain}.${Before}.${AWS::Region}.${After}",
            "${MayorPoolDomain}.auth.${AWS::Region}.amazoncognito.com"),
    A_LOGIN_THAT_LEADS_ELSEWHERE(
            Rule.ONE_ADDRESS_FOR_THE_PAGE,
            "CallbackURLs:\n        - !If [OwnDomain, !Sub 'https://${DomainName}/', !Sub '${Api.ApiEndpoint}/']",
            "CallbackURLs:\n        - !Sub ${Api.ApiEndpoint}/"),
    A_PAGE_FOR_THE_FLOOD(
            Rule.PUBLIC_FUNCTIONS_ARE_CAPPED,
            "ReservedConcurrentExecutions: !If [Reserved, 20, !Ref AWS::NoValue]",
            "Timeout: 10"),
    AN_ALIAS_THAT_STAYS_BEHIND(
            Rule.WHAT_IS_DEPLOYED_RUNS, "    Timeout: 29\n", "    Timeout: 29\n    AutoPublishAlias: live\n"),
    A_CANARY_OF_ONE(
            Rule.WHAT_IS_DEPLOYED_RUNS,
            "Description: Serves the mayor's page",
            "DeploymentPreference: {Type: Canary10Percent5Minutes}"),
    A_SILENT_ALARM(Rule.EVERY_ALARM_RINGS, "      AlarmActions: [!Ref AlarmTopic]\n", ""),
    AN_ALARM_WITHOUT_ADVICE(Rule.EVERY_ALARM_RINGS, "„Alarm: webhook-lost“", "„Alarm: something“"),
    AN_ALARM_THAT_LEADS_NOWHERE(
            Rule.EVERY_ALARM_RINGS, "https://business.facebook.com/wa/manage/home/", "siehe Handbuch"),
    AN_ALARM_FOR_NOTHING(Rule.ALARMS_HEAR_WHAT_IS_SAID, "MetricName: WebhookLost", "MetricName: WebhooksLost"),
    AN_ALARM_FOR_ANOTHER(Rule.ALARMS_HEAR_WHAT_IS_SAID, "MetricName: SignatureWrong", "MetricName: ReplySent"),
    AN_ALARM_BY_ANOTHER_DIMENSION(
            Rule.ALARMS_HEAR_WHAT_IS_SAID,
            "Metric:\n            {Namespace: AWS/Lambda, MetricName: Errors, Dimensions: [{Name: FunctionName",
            "Metric:\n            {Namespace: AWS/Lambda, MetricName: Errors, Dimensions: [{Name: function"),
    AN_ALARM_THAT_IS_BORN_RINGING(
            Rule.ALARMS_ARE_BORN_QUIET, "TreatMissingData: missing", "TreatMissingData: breaching"),
    AN_ALARM_FOR_SILENCE_THAT_IS_SILENT(
            Rule.ALARMS_ARE_BORN_QUIET, "      InsufficientDataActions: [!Ref AlarmTopic]\n", ""),
    ALARMS_ON_CONDITION(
            Rule.ALARMS_MAY_USE_THE_KEY,
            "              - kms:GenerateDataKey\n            Resource: '*'\n\n  # Signs",
            "              - kms:GenerateDataKey\n            Resource: '*'\n            Condition: {}\n\n  # Signs"),
    A_BUDGET_THAT_NOBODY_HEARS_OF(Rule.SPENDING_IS_WATCHED, "Address: !Ref AlarmEmail", "Address: x@example.org"),
    A_FUNCTION_PUT_AWAY(Rule.NOBODY_WAITS_FOR_A_START, "State: !If [KeptWarm, ENABLED, DISABLED]", "State: DISABLED"),
    A_CALL_THAT_IS_NOT_KNOWN(Rule.NOBODY_WAITS_FOR_A_START, "'{\"detail-type\":\"Keep warm\"}'", "'{}'"),
    A_COMPILER_SET_TWICE(Rule.FUNCTIONS_ARE_ALIKE, "-XX:+UseSerialGC", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"),
    A_TOPIC_FOR_ANY_ALARM(
            Rule.TOPIC_IS_LOCKED,
            "Resource: !Ref AlarmTopic\n            Condition:",
            "Resource: !Ref AlarmTopic\n            Conditions:"),
    A_TOPIC_IN_THE_CLEAR(Rule.TOPIC_IS_LOCKED, "KmsMasterKeyId: !GetAtt Key.Arn", "KmsMasterKeyId: alias/aws/sns"),
    A_DASHBOARD_OF_NOTHING(
            Rule.DASHBOARD_SHOWS_WHAT_IS_SAID,
            "[\"Sprechstunde\", \"MediaStored\"",
            "[\"Sprechstunde\", \"FilesStored\""),
    AN_ALARM_NOT_SHOWN(Rule.DASHBOARD_SHOWS_WHAT_IS_SAID, "\"${WebhookLostAlarm.Arn}\"", "\"${WebhookSlowAlarm.Arn}\""),
    A_QUERY_FOR_NOTHING(Rule.QUERIES_ASK_FOR_WHAT_IS_LOGGED, "['REPLY_SENT', ", "['ANSWER_SENT', "),
    A_QUERY_FOR_A_NAME(
            Rule.QUERIES_ASK_FOR_WHAT_IS_LOGGED,
            "fields @timestamp, event, enquiry",
            "fields @timestamp, event, phone"),
    A_QUIET_LINTER(
            Rule.SUPPRESSIONS_HAVE_REASONS,
            "checkov:skip=CKV_AWS_28:A backup would remember what was resolved",
            "checkov:skip=CKV_AWS_119:A key of our own would cost a dollar a month"),
    NO_REASON(Rule.SUPPRESSIONS_HAVE_REASONS, "CKV_AWS_21:A version would remember what was deleted", "CKV_AWS_21");

    private final Rule caughtBy;
    private final String truth;
    private final String lie;

    OperatingMutant(Rule caughtBy, String truth, String lie) {
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
