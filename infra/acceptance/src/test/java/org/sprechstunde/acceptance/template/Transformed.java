package org.sprechstunde.acceptance.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.sprechstunde.repository.PinnedTool;
import org.sprechstunde.repository.Repository;

/** What CloudFormation gets: a template as SAM's own translator changes it. */
record Transformed(WrittenTemplate template) {
    private static final Path SCRIPT = Repository.file("infra/acceptance/src/test/resources/template/transform.py");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^!}]+)}");

    /** Made once of each text, for SAM takes seconds to start. */
    private static final Map<String, Transformed> MADE = new ConcurrentHashMap<>();

    static Transformed of(WrittenTemplate written) {
        return MADE.computeIfAbsent(written.text(), Transformed::translated);
    }

    private static Transformed translated(String text) {
        try {
            return new Transformed(WrittenTemplate.parse(translate(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String translate(String text) throws IOException, InterruptedException {
        Process process = PinnedTool.SAM_PYTHON
                .command(List.of(SCRIPT.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var in = process.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        }
        String json = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("SAM does not translate the template");
        }
        return json;
    }

    /** What routes, streams and schedules call; once for each call. */
    List<WrittenResource> called() {
        List<JsonNode> arns = new ArrayList<>();
        template.ofType("AWS::ApiGatewayV2::Route")
                .forEach(route -> arns.add(integration(route).at("/IntegrationUri")));
        template.ofType("AWS::Lambda::EventSourceMapping").forEach(stream -> arns.add(stream.at("/FunctionName")));
        template.ofType("AWS::Events::Rule")
                .forEach(rule -> rule.at("/Targets").forEach(target -> arns.add(target.path("Arn"))));
        return arns.stream().map(this::resource).toList();
    }

    private WrittenResource integration(WrittenResource route) {
        return named(route.at("/Target/Fn::Sub").asText().replaceAll("integrations/\\$\\{(.*)}", "$1"));
    }

    private WrittenResource resource(JsonNode arn) {
        return named(
                arn.has("Ref")
                        ? arn.path("Ref").asText()
                        : arn.at("/Fn::GetAtt/0").asText());
    }

    private WrittenResource named(String id) {
        return template.resource(id).orElseThrow(() -> new IllegalStateException("something calls " + id));
    }

    /** The parameters that decide what {@code resource} is; those of what it merely refers to do not count. */
    Set<String> parametersOf(WrittenResource resource) {
        Set<String> names = new TreeSet<>();
        collect(resource.properties(), names);
        names.removeIf(name -> !template.section("Parameters").has(name));
        return names;
    }

    private void collect(JsonNode node, Set<String> names) {
        node.properties().forEach(entry -> {
            JsonNode argument = entry.getValue();
            switch (entry.getKey()) {
                case "Ref" -> names.add(argument.asText());
                case "Fn::Sub" ->
                    PLACEHOLDER.matcher(argument.toString()).results().forEach(found -> names.add(found.group(1)));
                case "Fn::If" ->
                    collect(template.section("Conditions").path(argument.path(0).asText()), names);
                default -> {}
            }
        });
        node.forEach(part -> collect(part, names));
    }
}
