package org.sprechstunde.acceptance.hunt;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sprechstunde.acceptance.hunt.CanarySearch.Report;
import org.sprechstunde.acceptance.hunt.CanarySearch.Searched;
import org.sprechstunde.repository.Repository;

/** What was hunted where, for the handbook. */
final class HuntFigures {
    private static final ObjectMapper JSON = new ObjectMapper();

    private HuntFigures() {}

    static void write(Report open, Report gone) throws IOException {
        ObjectNode figures = JSON.createObjectNode();
        figures.set("whileOpen", of(open));
        figures.set("afterwards", of(gone));
        figures.put("plantedFormsPerPlace", Encoding.values().length)
                .put("kindsOfPlacePlanted", PlaceKind.values().length);
        Path file = Repository.file("infra/acceptance/target/forgetting/hunt.json");
        Files.createDirectories(file.getParent());
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), figures);
    }

    private static ObjectNode of(Report report) {
        ObjectNode json = JSON.createObjectNode()
                .put("canaries", report.canaries())
                .put("forms", report.forms())
                .put("patterns", report.patterns())
                .put("hits", report.findings().size())
                .put(
                        "bytes",
                        report.searched().stream().mapToLong(Searched::bytes).sum());
        ArrayNode places = json.putArray("places");
        report.searched()
                .forEach(one -> places.addObject()
                        .put("place", one.place())
                        .put("pieces", one.chunks())
                        .put("bytes", one.bytes())
                        .put("unpacked", one.unpacked()));
        return json;
    }
}
