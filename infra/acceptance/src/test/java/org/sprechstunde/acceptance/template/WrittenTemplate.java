package org.sprechstunde.acceptance.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sprechstunde.repository.Repository;
import org.sprechstunde.repository.Yaml;

/** The template as written: both branches of every condition, nothing resolved. */
record WrittenTemplate(String text, JsonNode root) {
    static final String FILE = "template.yaml";

    private static final WrittenTemplate DEPLOYED = parse(Repository.text(FILE));

    static WrittenTemplate deployed() {
        return DEPLOYED;
    }

    static WrittenTemplate parse(String text) {
        return new WrittenTemplate(text, Yaml.read(text));
    }

    /** This template with the first {@code truth} in it replaced. */
    WrittenTemplate with(String truth, String lie) {
        int place = text.indexOf(truth);
        if (place < 0) {
            throw new IllegalStateException("nothing to lie about: the template does not say " + truth);
        }
        return parse(new StringBuilder(text)
                .replace(place, place + truth.length(), lie)
                .toString());
    }

    JsonNode section(String name) {
        return root.path(name);
    }

    List<WrittenResource> resources() {
        return section("Resources").properties().stream()
                .map(entry -> new WrittenResource(entry.getKey(), entry.getValue()))
                .toList();
    }

    Stream<WrittenResource> ofType(String type) {
        return resources().stream().filter(resource -> resource.type().equals(type));
    }

    Stream<WrittenResource> functions() {
        return ofType("AWS::Serverless::Function");
    }

    Optional<WrittenResource> resource(String id) {
        JsonNode body = section("Resources").path(id);
        return body.isMissingNode() ? Optional.empty() : Optional.of(new WrittenResource(id, body));
    }
}
