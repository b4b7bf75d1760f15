package org.sprechstunde.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code infra/tools/bring} in a checkout with one small tool, and a folder in PyPI's place. */
@Tag("full")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "infra/tools/bring is for Linux and macOS")
final class BringTest {
    private static final int CANNOT = 3;
    private static final String WHEEL = "tiny-1.0-py3-none-any.whl";

    /** One for all tests, with the real uv, which takes longest. */
    @TempDir
    private static Path checkout;

    @TempDir
    private Path pypi;

    private String tool = "";

    private record Ended(int status, String words) {}

    @BeforeAll
    static void checkOut() throws Exception {
        for (String file : List.of("bring", "uv.txt")) {
            Files.copy(Repository.file("infra/tools/" + file), pins().resolve(file));
        }
        assumeTrue(python().status() == 0, "there is no Python 3.11 with venv");
        Ended ended = run(Map.of(), pins().resolve("bring").toString(), "uv");
        assumeTrue(ended.status() != CANNOT, ended.words());
        assertThat(ended.status()).as(ended.words()).isZero();
    }

    @BeforeEach
    void pin(TestInfo test) throws Exception {
        tool = test.getTestMethod().orElseThrow().getName();
        pin("print('tiny')");
    }

    private void pin(String program) throws Exception {
        Files.writeString(pins().resolve(tool + ".txt"), "tiny==1.0 --hash=sha256:" + wheel(program));
    }

    private static Path pins() throws IOException {
        return Files.createDirectories(checkout.resolve("infra/tools"));
    }

    private Path brought() {
        return checkout.resolve("target/tools").resolve(tool);
    }

    private static Ended python() throws Exception {
        return run(Map.of(), "python3", "-c", "import sys, ensurepip; sys.exit(sys.version_info < (3, 11))");
    }

    @Test
    void whatIsPinnedIsBroughtOnceAndAnewWhenAnotherPinIsWritten() throws Exception {
        assertThat(bring().status()).isZero();
        assertThat(run(Map.of(), brought().resolve("bin/python").toString(), "-c", "import tiny"))
                .isEqualTo(new Ended(0, "tiny\n"));
        Path mark = Files.createFile(brought().resolve("mark"));

        assertThat(bring().status()).isZero();

        assertThat(mark).exists();
        pin("print('other')");

        assertThat(bring().status()).isZero();

        assertThat(mark).doesNotExist();
    }

    @Test
    void otherBytesThanWerePinnedAreRefused() throws Exception {
        wheel("print('evil')");

        Ended ended = bring();

        assertThat(ended.status()).as(ended.words()).isEqualTo(1);
        assertThat(ended.words()).startsWith("What PyPI gave is not what infra/tools/" + tool + ".txt names");
        assertThat(brought().resolve("stamp")).doesNotExist();
    }

    @Test
    void withoutPyPiItSaysSo() throws Exception {
        Files.delete(pypi.resolve(WHEEL));

        Ended ended = bring();

        assertThat(ended.status()).isEqualTo(CANNOT);
        assertThat(ended.words()).startsWith("PyPI did not give what infra/tools/" + tool + ".txt names");
    }

    @Test
    void whoComesSecondWaitsForWhatTheFirstOneBrings() throws Exception {
        CompletableFuture<Ended> first = CompletableFuture.supplyAsync(this::bring);
        CompletableFuture<Ended> second = CompletableFuture.supplyAsync(this::bring);

        assertThat(first.get()).isEqualTo(new Ended(0, ""));
        assertThat(second.get()).isEqualTo(new Ended(0, ""));
    }

    private Ended bring() {
        try {
            return run(
                    Map.of("PIP_NO_INDEX", "1", "PIP_FIND_LINKS", pypi.toString(), "PIP_CONFIG_FILE", "/dev/null"),
                    pins().resolve("bring").toString(),
                    tool);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Ended run(Map<String, String> variables, String... words) throws Exception {
        var call = new ProcessBuilder(words).redirectErrorStream(true);
        call.environment().putAll(variables);
        Process process = call.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    /** The least that pip takes; its hash. */
    private String wheel(String program) throws IOException, GeneralSecurityException {
        Path wheel = pypi.resolve(WHEEL);
        try (OutputStream file = Files.newOutputStream(wheel);
                var zip = new ZipOutputStream(file)) {
            put(zip, "tiny.py", program);
            put(zip, "tiny-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n");
            put(zip, "tiny-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
            put(zip, "tiny-1.0.dist-info/RECORD", "");
        }
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(wheel)));
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
