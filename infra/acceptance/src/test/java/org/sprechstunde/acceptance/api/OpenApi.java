package org.sprechstunde.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sprechstunde.repository.Repository;
import org.sprechstunde.repository.Yaml;

/** The description of the HTTP API, which every answer is held against. */
public final class OpenApi {
    static final String FILE = "functions/openapi.yaml";

    private final JsonNode document;
    private final Schemas schemas;

    private OpenApi(JsonNode document) {
        this.document = document;
        this.schemas = new Schemas(document);
    }

    /** The description as it stands in the repository. */
    public static OpenApi read() {
        return new OpenApi(Yaml.read(Repository.text(FILE)));
    }

    /**
     * Fails unless the description has this answer.
     *
     * @param path as it was called, for example {@code /api/enquiries/0123…}; decoded and without query
     * @param body the body as JSON; not looked at where the description has no JSON
     * @throws AssertionError saying what the description does not allow
     */
    public void check(String method, String path, int status, JsonNode body) {
        Operation operation = operation(method, path);
        Pointed response = resolve(new Pointed(operation.pointer() + "/responses/" + status));
        assertThat(at(response).isMissingNode())
                .as("%s has %s %s answer %s", FILE, method, path, status)
                .isFalse();
        List<List<String>> complaints =
                json(response).map(it -> complaints(it, body)).toList();
        if (complaints.stream().noneMatch(List::isEmpty)) {
            assertThat(complaints)
                    .as("%s %s answers %s with %s", method, path, status, body)
                    .isEmpty();
        }
        if (body.has("status")) {
            assertThat(body.path("status").asInt()).as("the problem's status").isEqualTo(status);
        }
    }

    /** Whether the description takes this body there. */
    public boolean takes(String method, String path, JsonNode body) {
        var request = new Pointed(operation(method, path).pointer() + "/requestBody");
        return complaints(request.to("content").to("application/json").to("schema"), body)
                .isEmpty();
    }

    /** The operations of the mayor's that take a body, such as {@code POST /api/enquiries/{id}/replies}. */
    public Set<String> bodies() {
        return operations()
                .filter(it -> it.body().has("requestBody") && it.path().startsWith("/api/"))
                .map(it -> it.method() + " " + it.path())
                .collect(Collectors.toSet());
    }

    private Operation operation(String method, String path) {
        return operations()
                .filter(it -> it.matches(method, path))
                .findFirst()
                .orElseThrow(() -> new AssertionError(FILE + " has no " + method + " " + path));
    }

    Stream<Operation> operations() {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(entry -> !entry.getKey().equals("parameters"))
                        .map(entry -> new Operation(
                                entry.getKey().toUpperCase(Locale.ROOT), path.getKey(), entry.getValue())));
    }

    JsonNode document() {
        return document;
    }

    List<String> complaints(Pointed schema, JsonNode value) {
        return schemas.complaints(schema.pointer(), value);
    }

    private Stream<Pointed> json(Pointed response) {
        return at(response).path("content").properties().stream()
                .map(Map.Entry::getKey)
                .filter(type -> type.endsWith("json"))
                .map(type -> response.to("content").to(type).to("schema"));
    }

    /** Follows a reference to where it leads. */
    private Pointed resolve(Pointed place) {
        JsonNode reference = at(place).path("$ref");
        return reference.isTextual() ? new Pointed(reference.asText().substring(1)) : place;
    }

    private JsonNode at(Pointed place) {
        return document.at(place.pointer());
    }

    /** A place in the document, as a JSON pointer. */
    record Pointed(String pointer) {
        Pointed to(String name) {
            return new Pointed(pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
        }
    }

    /** One method of one path. */
    record Operation(String method, String path, JsonNode body) {
        String pointer() {
            return new Pointed("/paths")
                    .to(path)
                    .to(method.toLowerCase(Locale.ROOT))
                    .pointer();
        }

        boolean matches(String method, String path) {
            List<String> parts = new ArrayList<>();
            for (String part : this.path.split("/", -1)) {
                parts.add(part.startsWith("{") ? "[^/]+" : Pattern.quote(part));
            }
            return this.method.equals(method) && path.matches(String.join("/", parts));
        }
    }
}
