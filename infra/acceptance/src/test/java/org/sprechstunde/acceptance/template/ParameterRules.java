package org.sprechstunde.acceptance.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an admin is asked: little, and every question has a sentence and, but for two, an answer that is safe. */
final class ParameterRules {
    /** Nobody can guess these. */
    private static final Set<String> WITHOUT_DEFAULT =
            Set.of("PrivacyNoticeUrl", "TownHallHours", "TownHallHoursEnglish", "TownName", "WhatsAppPhoneNumberId");

    private ParameterRules() {}

    static List<String> unexplained(WrittenTemplate template) {
        List<String> grouped = grouped(template);
        List<String> wrong = new ArrayList<>();
        template.section("Parameters").properties().forEach(entry -> {
            String name = entry.getKey();
            JsonNode parameter = entry.getValue();
            if (!parameter.path("Description").asText().endsWith(".")) {
                wrong.add(name + " is not explained by a sentence");
            }
            if (parameter.has("Default") == WITHOUT_DEFAULT.contains(name)) {
                wrong.add(name + " should " + (parameter.has("Default") ? "not " : "") + "have a default");
            }
            if (grouped.stream().filter(name::equals).count() != 1) {
                wrong.add(name + " is not in one group");
            }
        });
        Set<String> strangers = grouped.stream()
                .filter(name -> !template.section("Parameters").has(name))
                .collect(Collectors.toSet());
        strangers.forEach(name -> wrong.add(name + " is grouped, and no parameter"));
        return wrong;
    }

    private static List<String> grouped(WrittenTemplate template) {
        List<String> names = new ArrayList<>();
        JsonNode groups = template.section("Metadata").at("/AWS::CloudFormation::Interface/ParameterGroups");
        groups.forEach(group -> group.path("Parameters").forEach(name -> names.add(name.asText())));
        return names;
    }
}
