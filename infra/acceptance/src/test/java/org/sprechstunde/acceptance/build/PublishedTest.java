package org.sprechstunde.acceptance.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.repository.PinnedTool;
import org.sprechstunde.repository.Repository;
import org.sprechstunde.repository.Yaml;

/** What administrations look for before they take software: whose it is, what it is, how it changes, whom to tell of faults. */
final class PublishedTest {
    private static final Pattern VERSION = Pattern.compile("<version>([^<$]+)</version>");

    /** What yml.publiccode.tools says that each description must have, and no more than. */
    private static final int LONGEST_SUMMARY = 150;

    private static final int SHORTEST_DESCRIPTION = 150;
    private static final int LONGEST_DESCRIPTION = 10_000;
    private static final int LONGEST_FEATURE = 100;

    private final JsonNode publiccode = Yaml.read(Repository.text("publiccode.yml"));

    @Test
    @Tag("full")
    void reuseKnowsTheLicenceOfEveryFile() throws IOException, InterruptedException {
        PinnedTool.Ended ended =
                PinnedTool.REUSE.call(List.of("--root", Repository.file("").toString(), "lint"));

        assertThat(ended.status()).as(ended.words()).isZero();
    }

    @Test
    void theLicenceStandsWhereBothKindsOfReadersLook() {
        assertThat(Repository.text("LICENSES/EUPL-1.2.txt")).isEqualTo(Repository.text("LICENSE"));
        assertThat(publiccode.at("/legal/license").asText()).isEqualTo("EUPL-1.2");
        assertThat(Repository.text("REUSE.toml")).contains("SPDX-License-Identifier = \"EUPL-1.2\"");
    }

    @Test
    void publiccodeHasWhatTheStandardAsksFor() {
        for (String key : List.of(
                "/publiccodeYmlVersion",
                "/name",
                "/url",
                "/platforms/0",
                "/developmentStatus",
                "/softwareType",
                "/legal/license",
                "/maintenance/type",
                "/maintenance/contacts/0/name",
                "/localisation/localisationReady",
                "/localisation/availableLanguages/0")) {
            assertThat(publiccode.at(key).asText()).as(key).isNotBlank();
        }
        assertThat(publiccode.path("developmentStatus").asText())
                .isIn("concept", "development", "beta", "stable", "obsolete");
        assertThat(publiccode.path("description").properties())
                .extracting(description -> description.getKey())
                .contains("de", "en");
        publiccode.path("description").forEach(PublishedTest::assertDescribes);
    }

    private static void assertDescribes(JsonNode description) {
        assertThat(description.path("shortDescription").asText()).hasSizeBetween(10, LONGEST_SUMMARY);
        assertThat(description.path("longDescription").asText())
                .hasSizeBetween(SHORTEST_DESCRIPTION, LONGEST_DESCRIPTION);
        assertThat(description.path("features"))
                .isNotEmpty()
                .allMatch(feature -> feature.asText().length() <= LONGEST_FEATURE);
    }

    @Test
    void publiccodeNamesTheLanguagesThatTheTownSpeaks() {
        assertThat(StreamSupport.stream(
                                publiccode
                                        .at("/localisation/availableLanguages")
                                        .spliterator(),
                                false)
                        .map(JsonNode::asText))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Language.values()).map(Language::code).toList());
    }

    @Test
    void theVersionIsTheSameEverywhereAndHasItsEntry() {
        Matcher version = VERSION.matcher(Repository.text("pom.xml"));
        assertThat(version.find()).isTrue();

        assertThat(publiccode.path("softwareVersion").asText()).isEqualTo(version.group(1));
        assertThat(Repository.text("CHANGELOG.md").lines().filter(line -> line.startsWith("## ")))
                .first()
                .asString()
                .startsWith("## " + version.group(1));
        assertThat(Repository.text("CHANGELOG.md")).contains("### What an upgrade needs");
    }
}
