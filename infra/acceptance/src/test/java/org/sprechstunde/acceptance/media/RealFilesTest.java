package org.sprechstunde.acceptance.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sprechstunde.enquiry.FileType;
import org.sprechstunde.media.metadata.CleanedStream;
import org.sprechstunde.media.metadata.CleanedStream.Range;
import org.sprechstunde.media.metadata.CleanedStream.Remains;
import org.sprechstunde.media.metadata.MetadataStripper;
import org.sprechstunde.platform.Json;
import org.sprechstunde.repository.PinnedTool;
import org.sprechstunde.repository.PinnedTool.Ended;
import org.sprechstunde.repository.Repository;

/**
 * Pillow, libheif, FFmpeg and ExifTool make files that tell place, device and owner wherever their formats can; what is
 * cleaned tells ExifTool nothing more, and comes out of its decoder as before.
 */
@Order(7)
@Tag("full")
final class RealFilesTest {
    private static final String PROGRAM = "infra/acceptance/src/test/resources/media/files.py";
    private static final int FILES = 60;

    /** What nobody cleans: the mayor is told. */
    private static final Set<String> NOT_CLEANED = Set.of("music.flac", "paper.pdf", "scan.tiff");

    /** Formats that have no place for anything. */
    private static final Set<String> TELL_NOTHING = Set.of("bare.aac", "old.amr");

    @TempDir
    private Path folder;

    @Test
    @SuppressWarnings("SystemOut") // the build's reader wants to see it
    void whatIsCleanTellsNothingAndLooksAndSoundsAsBefore() throws Exception {
        Path made = folder.resolve("made");
        Path cleaned = Files.createDirectory(folder.resolve("cleaned"));
        call("make", made.toString());
        Set<String> mayTell = new TreeSet<>();
        try (Stream<Path> files = Files.list(made)) {
            for (Path file : files.toList()) {
                clean(file, cleaned, mayTell);
            }
        }

        Map<String, JsonNode> before = judged(made, made);
        Map<String, JsonNode> after = judged(made, cleaned);

        System.out.printf("%nFiles: %d of real encoders cleaned%n", after.size() - mayTell.size());
        assertThat(after).hasSizeGreaterThan(FILES);
        assertThat(mayTell).isEqualTo(NOT_CLEANED);
        assertThat(named(before, file -> file.path("tells").isEmpty())).isEqualTo(TELL_NOTHING);
        assertThat(named(after, file -> !file.path("tells").isEmpty())).isEqualTo(NOT_CLEANED);
        assertThat(named(after, file -> !file.path("same").asBoolean())).isEmpty();
    }

    private interface Judgement {
        boolean of(JsonNode file);
    }

    private static Set<String> named(Map<String, JsonNode> files, Judgement judgement) {
        Set<String> names = new TreeSet<>();
        files.forEach((name, file) -> {
            if (judgement.of(file)) {
                names.add(name);
            }
        });
        return names;
    }

    /** Reads it as the town does: once, and once more if it says too late what is in it. */
    private static void clean(Path file, Path target, Set<String> mayTell) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Remains remains = clean(bytes, List.of(), target.resolve(file.getFileName()));
        if (!remains.hidden().isEmpty()) {
            remains = clean(bytes, remains.hidden(), target.resolve(file.getFileName()));
        }
        assertThat(remains.hidden()).as("%s", file.getFileName()).isEmpty();
        if (remains.mayTell()) {
            mayTell.add(file.getFileName().toString());
        }
    }

    private static Remains clean(byte[] bytes, List<Range> hidden, Path target) throws IOException {
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, FileType.HEAD));
        try (CleanedStream cleaned = MetadataStripper.of(new ByteArrayInputStream(bytes), head, hidden)) {
            assertThat(Files.write(target, cleaned.readAllBytes())).hasSize(bytes.length);
            return cleaned.remains();
        }
    }

    private static Map<String, JsonNode> judged(Path made, Path cleaned) throws Exception {
        Map<String, JsonNode> files = new TreeMap<>();
        call("judge", made.toString(), cleaned.toString())
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(Json::read)
                .forEach(file -> files.put(file.path("file").asText(), file));
        return files;
    }

    private static String call(String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(Repository.file(PROGRAM).toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder call = PinnedTool.ENCODERS_PYTHON.command(words);
        call.environment()
                .put(
                        "EXIFTOOL",
                        PinnedTool.EXIFTOOL.command(List.of()).command().getFirst());
        Ended ended = PinnedTool.run(call);
        assertThat(ended.status()).as(ended.words()).isZero();
        return ended.words();
    }
}
