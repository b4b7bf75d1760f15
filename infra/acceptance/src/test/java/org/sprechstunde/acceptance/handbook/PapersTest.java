package org.sprechstunde.acceptance.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.repository.PinnedTool;
import org.sprechstunde.repository.PinnedTool.Ended;
import org.sprechstunde.repository.Repository;
import org.sprechstunde.repository.Yaml;

/** One command makes one PDF of all papers, filled in; here it is opened and read back by another library. */
@Tag("full")
final class PapersTest {
    private static final String READER = "infra/acceptance/src/test/resources/handbook/read_pdf.py";
    private static final String PAPERS = "infra/papers";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"usual", "other"})
    void allPapersAreInItWithTheTownsOwnFacts(String town) throws Exception {
        JsonNode facts = Yaml.read(Repository.text("infra/towns/" + town + ".yaml"));

        JsonNode pdf = made(town);

        assertThat(StreamSupport.stream(pdf.path("outline").spliterator(), false)
                        .map(JsonNode::asText))
                .containsExactlyInAnyOrderElementsOf(titles().toList());
        assertThat(pdf.path("text").asText())
                .contains(squeezed(facts, "TownName"), squeezed(facts, "TownAddress"), squeezed(facts, "Archive"))
                .contains(squeezed(facts, "DataProtectionOfficer"), squeezed(facts, "PrivacyNoticeUrl"))
                .contains(squeeze("„Abschließen“ oder LÖSCHEN"), squeeze("Übermittlungen"), squeeze("Maßnahmen"))
                .doesNotContain("⟨", "⟩", "{", "**", "](");
        assertThat(pdf.path("tagged").asBoolean()).isTrue();
        assertThat(pdf.path("language").asText()).isEqualTo("de-DE");
        assertThat(pdf.path("title").asText()).contains("Unterlagen zum Datenschutz");
    }

    @Test
    void anotherStatesFolderHasItsLawAndItsPeriods() throws Exception {
        String text = made("other").path("text").asText();
        // What is told of all states names each.
        String papers = text.substring(0, text.indexOf(squeeze("WasinjedemLandandieStelle")));

        assertThat(papers)
                .contains(squeeze("Art. 4 Abs. 1 BayDSG"), squeeze("poststelle@datenschutz-bayern.de"))
                .contains(squeeze("spätestens 14 Tage nach Ihrer letzten und 60 Tage nach Ihrer ersten Nachricht"))
                .contains(squeeze("höchstens eine Stunde, in einem Zwischenspeicher in den USA"))
                .contains(squeeze("die Bürgermeisterin Erika Muster"))
                .doesNotContain("HDSIG", "HVwVfG", "HArchivG", "Wiesbaden", "speichertinDeutschlandbeiAWS,verarbeitet");
    }

    /** Whoever copies half an address writes to nobody. */
    @Test
    void noAddressIsDividedAtTheEndOfALine() throws Exception {
        assertThat(StreamSupport.stream(made("usual").path("mails").spliterator(), false)
                        .map(JsonNode::asText))
                .contains("poststelle@datenschutz.hessen.de", "poststelle@ldi.nrw.de")
                .noneMatch(mail -> mail.matches("-?(telle|stelle|zent|schutz|box)@.*"));
    }

    @Test
    void whatIsMissingIsNamedAndNothingIsWritten() throws Exception {
        Path town = folder.resolve("town.yaml");
        Files.writeString(
                town, Repository.text("infra/towns/usual.yaml").replaceAll("(?m)^(Archive|TownPhone): .*\n", ""));
        Path out = folder.resolve("papers.pdf");

        Ended ended = call("--town=" + town, "--out=" + out);

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.words()).contains("Archive, TownPhone", "infra/setup --all");
        assertThat(out).doesNotExist();
    }

    /** SAM reads any YAML: once it deployed 60 days while the papers promised 90. */
    @ParameterizedTest
    @ValueSource(
            strings = {"RetentionMaxDays: 60", "RetentionMaxDays: \"60\"", "RetentionMaxDays: '60' # short", " A: 'b'"})
    void aLineThatOnlySamWouldReadIsRefused(String line) throws Exception {
        Path town = folder.resolve("town.yaml");
        Files.writeString(town, Repository.text("infra/towns/usual.yaml") + line + "\n");
        Path out = folder.resolve("papers.pdf");

        Ended ended = call("--town=" + town, "--out=" + out);

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.words()).contains(line, "RetentionMaxDays: '60'");
        assertThat(out).doesNotExist();
    }

    /** A place that no page has any more, and a fact that no page names, would both be asked for in vain. */
    @Test
    void everyPlaceIsOnAPageAndEveryFactHasAPlace() {
        String places = Repository.text(Handbook.FOLDER + "/datenschutz/angaben.properties");
        String pages = papers().map(page -> page.text().replaceAll("\\s*\\n(?:> )?\\s*", " "))
                .collect(Collectors.joining("\n"));

        assertThat(places.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(" = ", 2)[0]))
                .hasSizeGreaterThan(30)
                .allMatch(place -> pages.contains("⟨" + place + "⟩"));
        assertThat(Yaml.read(Repository.text("infra/towns/usual.yaml")).fieldNames())
                .toIterable()
                .filteredOn(name -> !StackTemplate.deployed().parameters().contains(name))
                .hasSizeGreaterThan(10)
                .allMatch(name -> places.contains("{" + name + "}"));
    }

    private JsonNode made(String town) throws Exception {
        Path out = folder.resolve(town + ".pdf");
        Ended ended = call("--town=" + Repository.file("infra/towns/" + town + ".yaml"), "--out=" + out);
        assertThat(ended.status()).as(ended.words()).isZero();
        Ended read =
                PinnedTool.PAPERS_PYTHON.call(List.of(Repository.file(READER).toString(), out.toString()));
        assertThat(read.status()).as(read.words()).isZero();
        return new ObjectMapper().readTree(read.words());
    }

    /** In the environment that it would otherwise bring first. */
    private static Ended call(String... flags) throws IOException, InterruptedException {
        return PinnedTool.PAPERS_PYTHON.call(
                Stream.concat(Stream.of(Repository.file(PAPERS).toString()), Stream.of(flags))
                        .toList());
    }

    private static Stream<String> titles() {
        return papers().map(page -> page.headings().getFirst());
    }

    private static Stream<HandbookPage> papers() {
        return Handbook.pages().stream().filter(page -> page.file().toString().contains("/datenschutz/"));
    }

    private static String squeezed(JsonNode facts, String name) {
        return squeeze(facts.path(name).asText());
    }

    /** Lines are broken and words divided anywhere. */
    private static String squeeze(String text) {
        return text.replaceAll("[\\s\\u00ad-]", "");
    }
}
