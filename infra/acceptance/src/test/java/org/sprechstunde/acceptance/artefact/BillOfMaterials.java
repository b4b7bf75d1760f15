package org.sprechstunde.acceptance.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.sprechstunde.repository.Repository;

/** A bill of materials (CycloneDX): what is deployed with us, and under which licences. */
record BillOfMaterials(JsonNode bill) {
    /** All that the EUPL-1.2 may be delivered with; to be on this list is a decision. */
    private static final Set<String> ALLOWED = Set.of("Apache-2.0", "BSD-3-Clause", "EUPL-1.2", "MIT", "MIT-0");

    static BillOfMaterials ofTheJar() {
        return read("functions/target/functions.cdx.json");
    }

    static BillOfMaterials ofThePage() {
        return read("functions/target/page.cdx.json");
    }

    static BillOfMaterials parse(String text) {
        try {
            return new BillOfMaterials(new ObjectMapper().readTree(text));
        } catch (IOException e) {
            throw new IllegalStateException("a bill of materials should be JSON", e);
        }
    }

    private static BillOfMaterials read(String path) {
        if (!Files.exists(Repository.file(path))) {
            throw new IllegalStateException(path + " is missing: run mvn package, and not offline");
        }
        return parse(Repository.text(path));
    }

    List<String> names() {
        return StreamSupport.stream(bill.path("components").spliterator(), false)
                .map(component -> component.path("name").asText())
                .toList();
    }

    /** A sentence for each component of which one licence, or none, is not allowed. */
    List<String> notAllowed() {
        List<String> wrong = new ArrayList<>();
        bill.path("components").forEach(component -> {
            List<String> licences = licences(component);
            if (licences.isEmpty() || !ALLOWED.containsAll(licences)) {
                wrong.add(component.path("name").asText() + " comes under " + licences);
            }
        });
        return wrong;
    }

    private static List<String> licences(JsonNode component) {
        return StreamSupport.stream(component.path("licenses").spliterator(), false)
                .map(entry -> entry.at("/license/id")
                        .asText(entry.at("/license/name")
                                .asText(entry.path("expression").asText())))
                .toList();
    }
}
