package org.sprechstunde.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Whoever uses {@code aws login} is understood, and whoever is not known reads why in the SDK's own words. */
@Isolated("changes system properties")
final class AwsLoginTest {
    private static final List<String> PROPERTIES =
            List.of("aws.configFile", "aws.sharedCredentialsFile", "aws.disableEc2Metadata");

    @TempDir
    private Path home;

    @BeforeEach
    void setUp() {
        System.setProperty("aws.configFile", home.resolve("config").toString());
        System.setProperty(
                "aws.sharedCredentialsFile", home.resolve("credentials").toString());
        System.setProperty("aws.disableEc2Metadata", "true");
    }

    @AfterEach
    void tearDown() {
        PROPERTIES.forEach(System::clearProperty);
    }

    @Test
    void aSessionOfAwsLoginThatHasEndedIsSaid() throws IOException {
        Files.writeString(home.resolve("config"), "[default]\nlogin_session = arn:aws:iam::123456789012:user/admin\n");

        assertThat(said())
                .contains("AWS kennt Sie nicht", "aws login", "Der Grund im Wortlaut: ")
                .doesNotContain("class path");
    }

    @Test
    void whoeverIsNotLoggedInAtAllReadsWhereItWasLookedFor() throws IOException {
        Files.writeString(home.resolve("config"), "");

        assertThat(said()).contains("AWS kennt Sie nicht", "Der Grund im Wortlaut: Unable to load credentials");
    }

    private static String said() {
        var said = new ByteArrayOutputStream();
        int status = ConnectMain.run(
                List.of("--check"),
                Map.of("AWS_REGION", "eu-central-1"),
                TypedLines.of(),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                Duration.ZERO);
        assertThat(status).isEqualTo(1);
        return said.toString(StandardCharsets.UTF_8);
    }
}
