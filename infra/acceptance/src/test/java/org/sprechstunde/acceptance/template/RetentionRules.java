package org.sprechstunde.acceptance.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** How long things live by themselves: enquiries, files, logs. */
final class RetentionRules {
    private static final String MAPPED =
            "[\"LimitWasLowered\",%s,%s]".formatted(mapped("FormerRetentionMaxDays"), mapped("RetentionMaxDays"));

    private static String mapped(String parameter) {
        return "{\"Fn::FindInMap\":[\"Retention\",{\"Ref\":\"%s\"},\"LifecycleDays\"]}".formatted(parameter);
    }

    private static final int LOG_DAYS = 14;

    private RetentionRules() {}

    /** The bucket's lifecycle must never overtake an enquiry that still stands. */
    static List<String> wrongLifecycle(WrittenTemplate template) {
        List<String> wrong = new ArrayList<>();
        JsonNode rules = template.resource("Bucket").orElseThrow().at("/LifecycleConfiguration/Rules");
        if (!rules.at("/0/ExpirationInDays/Fn::If").toString().equals(MAPPED)) {
            wrong.add("files do not expire as mapped");
        }
        for (JsonNode days : template.section("Parameters").at("/RetentionMaxDays/AllowedValues")) {
            JsonNode lifecycle = template.section("Mappings").path("Retention").path(days.asText());
            if (lifecycle.path("LifecycleDays").asInt() != days.asInt() + 1) {
                wrong.add("files of " + days + " days' retention do not expire one day later");
            }
        }
        rules.forEach(rule -> {
            if (!rule.path("Status").asText().equals("Enabled") || rule.has("Prefix") || rule.has("Filter")) {
                wrong.add("a lifecycle rule does not hold for everything");
            }
        });
        return wrong;
    }

    /** Parts of unfinished uploads are in no listing, and expire by no rule but this. */
    static List<String> unfinishedUploads(WrittenTemplate template) {
        List<String> wrong = new ArrayList<>();
        JsonNode rules = template.resource("Bucket").orElseThrow().at("/LifecycleConfiguration/Rules");
        int aborting = 0;
        for (JsonNode rule : rules) {
            boolean aborts = rule.has("AbortIncompleteMultipartUpload");
            if (aborts
                    && rule.at("/AbortIncompleteMultipartUpload/DaysAfterInitiation")
                                    .asInt()
                            == 1) {
                aborting++;
            }
            if (aborts && rule.has("ExpirationInDays")) {
                wrong.add("aborting uploads is not a rule of its own");
            }
        }
        if (aborting != 1) {
            wrong.add("unfinished uploads are not aborted after a day");
        }
        return wrong;
    }

    /** Any combination that the parameters allow must make sense: the functions refuse idle > maximum. */
    static List<String> impossibleRetention(WrittenTemplate template) {
        List<String> wrong = new ArrayList<>();
        JsonNode parameters = template.section("Parameters");
        JsonNode idle = parameters.at("/RetentionIdleDays/AllowedValues");
        JsonNode maximum = parameters.at("/RetentionMaxDays/AllowedValues");
        if (idle.isEmpty() || maximum.isEmpty()) {
            wrong.add("retention may be anything");
        }
        for (JsonNode most : maximum) {
            for (JsonNode days : idle) {
                if (days.asInt() > most.asInt()) {
                    wrong.add(days + " idle days are more than " + most + " at most");
                }
            }
        }
        return wrong;
    }

    static List<String> wrongLogs(WrittenTemplate template) {
        return template.ofType("AWS::Logs::LogGroup")
                .flatMap(group -> group
                        .complaints(
                                WrittenResource.fact(
                                        "keeps 14 days",
                                        group.at("/RetentionInDays").asInt() == LOG_DAYS),
                                WrittenResource.fact("has our key", StoreRules.isOurKey(group.at("/KmsKeyId"))))
                        .stream())
                .toList();
    }
}
