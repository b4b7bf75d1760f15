package org.sprechstunde.acceptance.template;

import java.util.List;
import java.util.function.Function;

/** What must hold for the template; each rule finds what breaks it. */
enum Rule {
    EVERY_NAME_MEANS_SOMETHING(ReferenceRules::dangling),
    ONLY_KNOWN_KINDS_OF_RESOURCES(ResourceKindRules::unknown),
    NO_COPY_OF_CONTENT(StoreRules::copying),
    TABLE_FORGETS_AND_IS_LOCKED(StoreRules::wrongTable),
    BUCKET_IS_LOCKED(StoreRules::wrongBucket),
    BUCKET_POLICY_ONLY_DENIES(AccessRules::openBucket),
    FILES_OUTLIVE_NO_ENQUIRY(RetentionRules::wrongLifecycle),
    NO_UNFINISHED_UPLOADS(RetentionRules::unfinishedUploads),
    RETENTION_MAKES_SENSE(RetentionRules::impossibleRetention),
    LOGS_ARE_SHORT(RetentionRules::wrongLogs),
    DELETION_IS_DECIDED(DeletionRules::undecided),
    A_FAILED_FIRST_DEPLOYMENT_CAN_BE_TAKEN_BACK(DeletionRules::stuck),
    ROLES_ARE_NARROW(AccessRules::broadRoles),
    KEY_IS_NARROW(AccessRules::broadKey),
    NO_SECRET_INSIDE(AccessRules::secretsInside),
    FUNCTIONS_ARE_ALIKE(FunctionRules::unlike),
    FUNCTIONS_SHARE_NOTHING(FunctionRules::sharing),
    FUNCTIONS_REMEMBER_NOTHING(FunctionRules::remembering),
    EVENTS_ARE_HINTS(FunctionRules::wrongEvents),
    NOBODY_WAITS_FOR_A_START(FunctionRules::cold),
    EVERY_ROUTE_IS_GUARDED(RouteRules::unguarded),
    EVERY_ROUTE_LEADS_TO_A_FUNCTION(RouteRules::leadingNowhere),
    NO_PERMISSION_IS_WIDER_THAN_ITS_ROUTES(RouteRules::overreaching),
    EVERY_ROUTE_IS_THROTTLED(RouteRules::unthrottled),
    ACCESS_LOG_TELLS_NOTHING(RouteRules::talkative),
    LOGIN_IS_STRONG(LoginRules::weak),
    ONE_WAY_IN(LoginRules::twoWaysIn),
    EVERY_PARAMETER_IS_EXPLAINED(ParameterRules::unexplained),
    DATA_STAYS_IN_THE_UNION(AddressRules::outsideTheUnion),
    NO_PARTITION_IS_WRITTEN_OUT(AddressRules::written),
    ONE_ADDRESS_FOR_THE_PAGE(AddressRules::several),
    PUBLIC_FUNCTIONS_ARE_CAPPED(DeploymentRules::uncapped),
    WHAT_IS_DEPLOYED_RUNS(DeploymentRules::stale),
    EVERY_ALARM_RINGS(AlarmRules::silent),
    ALARMS_HEAR_WHAT_IS_SAID(AlarmRules::deaf),
    ALARMS_ARE_BORN_QUIET(AlarmRules::bornRinging),
    ALARMS_MAY_USE_THE_KEY(AccessRules::gaggedAlarms),
    SPENDING_IS_WATCHED(AlarmRules::unwatchedSpending),
    TOPIC_IS_LOCKED(AlarmRules::openTopic),
    DASHBOARD_SHOWS_WHAT_IS_SAID(WatchingRules::blank),
    QUERIES_ASK_FOR_WHAT_IS_LOGGED(WatchingRules::senseless),
    SUPPRESSIONS_HAVE_REASONS(Suppressions::unreasoned),
    MAYORS_MAIL_IS_LOCKED(MayorMailRules::open);

    @SuppressWarnings("ImmutableEnumChecker") // method references without state
    private final Function<WrittenTemplate, List<String>> search;

    Rule(Function<WrittenTemplate, List<String>> search) {
        this.search = search;
    }

    /** A sentence for each breach; empty if the rule holds. */
    List<String> breaches(WrittenTemplate template) {
        return search.apply(template);
    }
}
