package org.sprechstunde.acceptance.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sprechstunde.repository.Repository;

/** The papers that a data-protection officer asks for: all there, in words that can be read aloud, and open where they are. */
final class PrivacyPapersTest {
    private static final String FOLDER = Handbook.FOLDER + "/datenschutz";
    private static final String OPEN = "Noch zu klären";
    private static final int LONGEST_PROFILE = 512;

    static Stream<HandbookPage> papers() {
        return Handbook.pages().stream().filter(page -> page.file().toString().contains("/datenschutz/"));
    }

    @Test
    void allOfThemAreInTheOverview() {
        List<String> linked =
                HandbookPage.read(Repository.file(FOLDER + "/README.md")).links();

        assertThat(papers().map(page -> page.file().getFileName().toString()))
                .hasSizeGreaterThan(10)
                .allMatch(name -> name.equals("README.md") || linked.contains(name));
    }

    /** What could not be confirmed once stood in the middle of sentences, where it was published with them. */
    static Stream<HandbookPage> whatTownsTakeOver() {
        return Stream.concat(
                papers(),
                Stream.of("admin.md", "mayor.md", "drohungen.md")
                        .map(name -> HandbookPage.read(Repository.file(Handbook.FOLDER + "/" + name))));
    }

    @ParameterizedTest
    @MethodSource("whatTownsTakeOver")
    void whatIsOpenStandsOnceAtTheEnd(HandbookPage page) {
        assertThat(page.text()).doesNotContain("unbestätigt");
        assertThat(page.headings().stream().filter(OPEN::equals)).hasSizeLessThanOrEqualTo(1);
        if (page.headings().contains(OPEN)) {
            assertThat(page.headings()).last().isEqualTo(OPEN);
            assertThat(page.text().substring(page.text().indexOf(OPEN))).contains("\n- ");
        }
    }

    @ParameterizedTest
    @MethodSource("whatTownsTakeOver")
    void noWordIsLeftThatPeopleStumbleOver(HandbookPage page) {
        assertThat(page.text()).doesNotContain("Prüfwert", "Kontaktbuch", "Bürgermeisterin oder", "Kolleginnen");
    }

    /** WhatsApp takes no more, and what it cut off would be the address of the notice. */
    @Test
    void theProfileFitsIntoWhatsApp() {
        String page = Repository.text(FOLDER + "/kurzhinweis.md");
        var profile = Pattern.compile("(?s)<!-- profile -->\n> (.*?)\n<!-- /profile -->")
                .matcher(page);

        assertThat(profile.find()).isTrue();
        assertThat(profile.group(1))
                .hasSizeBetween(200, LONGEST_PROFILE)
                .contains("110", "112", "LÖSCHEN", "⟨Adresse⟩");
    }

    /** Two statements of one page once named different barriers. */
    @Test
    void bothStatementsNameTheSameBarriers() {
        String paper = Repository.text(FOLDER + "/barrierefreiheit.md");
        String page = Repository.text("functions/src/main/page/src/statement/de.ts");
        String section = page.substring(page.indexOf("'Nicht barrierefreie Inhalte'"));
        String list = section.substring(section.indexOf("list: ["), section.indexOf("],\n    }"));

        assertThat(Pattern.compile("(?m)^ +'(.*)',$").matcher(list).results().map(barrier -> "- " + barrier.group(1)))
                .hasSizeGreaterThan(2)
                .allMatch(paper::contains);
    }

    /** The ground itself, not a page that citizens cannot open (Art. 13(1)(f) GDPR); and each right in its place. */
    @Test
    void theNoticeSaysWhatItMust() {
        String notice = Repository.text(FOLDER + "/hinweise.md");
        String published = notice.substring(0, notice.indexOf(OPEN));

        assertThat(published)
                .contains("(EU) 2023/1795", "C-703/25 P", "Standardvertragsklauseln", "**In die USA**")
                .contains("**Widerspruch (Art. 21 DSGVO).**", "§ 20 HDSIG", "§ 3a HVwVfG", "Gustav-Stresemann-Ring 1")
                .doesNotContain("auftragsverarbeiter.md");
    }
}
