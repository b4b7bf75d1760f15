package org.sprechstunde.acceptance.costs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sprechstunde.repository.Repository;
import org.sprechstunde.repository.Yaml;

/** What the template lets stand around all month, and how much memory each function has. */
record StandingResources(JsonNode template) {

    static StandingResources deployed() {
        return new StandingResources(Yaml.read(Repository.text("template.yaml")));
    }

    /** Keys, secrets, alarms and dashboards; a key that a town must choose first is none of them. */
    Map<String, Double> amounts() {
        Map<String, Double> amounts = new HashMap<>();
        template.path("Resources").forEach(resource -> {
            switch (resource.path("Type").asText()) {
                case "AWS::KMS::Key" -> amounts.merge("Keys", resource.has("Condition") ? 0.0 : 1.0, Double::sum);
                case "AWS::SecretsManager::Secret" -> amounts.merge("Secrets", 1.0, Double::sum);
                case "AWS::CloudWatch::Dashboard" -> amounts.merge("Dashboards", 1.0, Double::sum);
                case "AWS::CloudWatch::Alarm" ->
                    amounts.merge("Alarm metrics", metrics(resource.path("Properties")), Double::sum);
                default -> {}
            }
        });
        return amounts;
    }

    List<String> functionsKeptWarm() {
        return template.path("Resources").properties().stream()
                .filter(resource -> resource.getValue().at("/Properties/Events").has("KeepWarm"))
                .map(Map.Entry::getKey)
                .toList();
    }

    double gigabytes(String function) {
        JsonNode own = template.at("/Resources/" + function + "/Properties/MemorySize");
        JsonNode all = template.at("/Globals/Function/MemorySize");
        return (own.isMissingNode() ? all : own).asDouble() / 1024;
    }

    /** An alarm is charged by the metrics that it looks at. */
    private static double metrics(JsonNode alarm) {
        long looked = 0;
        for (JsonNode metric : alarm.path("Metrics")) {
            looked += metric.has("MetricStat") ? 1 : 0;
        }
        return Math.max(1, looked);
    }
}
