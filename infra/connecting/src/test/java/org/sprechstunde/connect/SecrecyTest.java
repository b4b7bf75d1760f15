package org.sprechstunde.connect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is typed hidden stands in the stack's secret and nowhere else. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "looks into /proc and uses Linux's script")
@Tag("full")
final class SecrecyTest {
    @TempDir
    private Path home;

    private Admin admin;

    @BeforeEach
    void deploy() {
        admin = new Admin();
        admin.confirmed(Admin.ALARMED);
        admin.confirmed(Admin.NOTIFIED);
    }

    @AfterEach
    void stop() {
        admin.close();
    }

    @Test
    void onATerminalNothingHiddenIsShownOrLeftAnywhere() throws Exception {
        try (Command command = Command.onTerminal(home, admin.town().account().uri())) {
            List<String> traces = connect(command);

            assertThat(command.status()).isZero();
            assertThat(command.said()).contains("Alles in Ordnung.");
            // What is not secret is shown while it is typed, so the terminal does show what it may.
            assertThat(command.said()).contains(Admin.MAYOR);
            assertThatNothingIsIn(command.said());
            assertThat(traces).isNotEmpty().allSatisfy(this::assertThatNothingIsIn);
            assertThatNothingIsIn(files());
        }
    }

    @Test
    void answersFromAPipeAreShownNowhere() throws Exception {
        try (Command command = Command.start(home, admin.town().account().uri(), List.of())) {
            connect(command);

            assertThat(command.status()).isZero();
            assertThatNothingIsIn(command.said());
            assertThatNothingIsIn(files());
        }
    }

    /** Through the whole dialogue; what the system told of the processes when all secrets had been typed. */
    private List<String> connect(Command command) throws IOException, InterruptedException {
        command.answer("Wie heißt der Stack?", "");
        command.answer("? Zugriffstoken:", Admin.TOKEN);
        command.answer("? App-Geheimnis:", Admin.APP_SECRET);
        command.answer("die Nummer der Stadt?", "j");
        command.answer("Sind beide aus?", "j");
        command.answer("1, 2 oder Enter", "1");
        command.answer("Ihre sechsstellige PIN", Admin.PIN);
        command.answer("Anschrift des Rathauses", "");
        command.answer("E-Mail-Adresse des Rathauses", "");
        command.answer("Enter lässt die Probe aus", "");
        List<String> traces = command.traces().stream().map(SecrecyTest::read).toList();
        command.answer("E-Mail-Adresse für den Zugang", Admin.MAYOR);
        return traces;
    }

    private void assertThatNothingIsIn(String text) {
        String verifyToken = admin.secret().replaceFirst(".*\"verifyToken\":\"([^\"]+)\".*", "$1");
        String pepper = admin.secret().replaceFirst(".*\"pepper\":\"([^\"]+)\".*", "$1");
        assertThat(verifyToken).hasSize(48);
        assertThat(text).doesNotContain(Admin.TOKEN, Admin.APP_SECRET, Admin.PIN, verifyToken, pepper);
    }

    /** All that lies in home and temporary folder afterwards. */
    private String files() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return String.join(
                    "\n",
                    all.filter(Files::isRegularFile).map(SecrecyTest::read).toList());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException _) {
            // A process that has ended tells nothing any more.
            return "";
        }
    }
}
