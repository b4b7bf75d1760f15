package org.sprechstunde.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;

/** The schemas of a document, found by JSON pointer (JSON Schema 2020-12, formats asserted). */
final class Schemas {
    private static final String DOCUMENT = "https://sprechstunde.invalid/openapi";

    private final SchemaRegistry registry;

    Schemas(JsonNode document) {
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(DOCUMENT, document.toString())));
    }

    /** What is wrong with {@code value}, held against the schema at {@code pointer}. */
    List<String> complaints(String pointer, JsonNode value) {
        return registry
                .getSchema(SchemaLocation.of(DOCUMENT + "#" + pointer))
                .validate(
                        value.toString(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }
}
