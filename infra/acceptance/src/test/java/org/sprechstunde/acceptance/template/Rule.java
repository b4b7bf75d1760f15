package org.sprechstunde.acceptance.template;

import java.util.List;
import java.util.function.Function;

/** What must hold for the template; each rule finds what breaks it. */
enum Rule {
    EVERY_NAME_MEANS_SOMETHING(References::dangling),
    ONLY_KNOWN_KINDS_OF_RESOURCES(Kinds::unknown),
    NO_COPY_OF_CONTENT(Stores::copying),
    TABLE_FORGETS_AND_IS_LOCKED(Stores::wrongTable),
    BUCKET_IS_LOCKED(Stores::wrongBucket),
    BUCKET_POLICY_ONLY_DENIES(Access::openBucket),
    FILES_OUTLIVE_NO_ENQUIRY(Retention::wrongLifecycle),
    NO_UNFINISHED_UPLOADS(Retention::unfinishedUploads),
    RETENTION_MAKES_SENSE(Retention::impossibleRetention),
    LOGS_ARE_SHORT(Retention::wrongLogs),
    DELETION_IS_DECIDED(Deletion::undecided),
    ROLES_ARE_NARROW(Access::broadRoles),
    KEY_IS_NARROW(Access::broadKey),
    NO_SECRET_INSIDE(Access::secretsInside),
    FUNCTIONS_ARE_ALIKE(Functions::unlike),
    FUNCTIONS_SHARE_NOTHING(Functions::sharing),
    FUNCTIONS_REMEMBER_NOTHING(Functions::remembering),
    EVENTS_ARE_HINTS(Functions::wrongEvents),
    EVERY_ROUTE_IS_GUARDED(Routes::unguarded),
    EVERY_ROUTE_LEADS_TO_A_FUNCTION(Routes::leadingNowhere),
    EVERY_ROUTE_IS_THROTTLED(Routes::unthrottled),
    ACCESS_LOG_TELLS_NOTHING(Routes::talkative),
    LOGIN_IS_STRONG(Login::weak),
    ONE_WAY_IN(Login::twoWaysIn),
    EVERY_PARAMETER_IS_EXPLAINED(Parameters::unexplained),
    DATA_STAYS_IN_THE_UNION(Addresses::outsideTheUnion),
    NO_PARTITION_IS_WRITTEN_OUT(Addresses::written),
    ONE_ADDRESS_FOR_THE_PAGE(Addresses::several),
    PUBLIC_FUNCTIONS_ARE_CAPPED(Deployment::uncapped),
    DEPLOYMENT_HAS_A_NET(Deployment::withoutNet),
    EVERY_ALARM_RINGS(Alarms::silent),
    ALARMS_HEAR_WHAT_IS_SAID(Alarms::deaf),
    TOPIC_IS_LOCKED(Alarms::openTopic),
    DASHBOARD_SHOWS_WHAT_IS_SAID(Watching::blank),
    QUERIES_ASK_FOR_WHAT_IS_LOGGED(Watching::senseless),
    SUPPRESSIONS_HAVE_REASONS(Suppressions::unreasoned),
    MAYORS_MAIL_IS_LOCKED(MayorsMail::open);

    @SuppressWarnings("ImmutableEnumChecker") // method references without state
    private final Function<Template, List<String>> search;

    Rule(Function<Template, List<String>> search) {
        this.search = search;
    }

    /** A sentence for each breach; empty if the rule holds. */
    List<String> breaches(Template template) {
        return search.apply(template);
    }
}
