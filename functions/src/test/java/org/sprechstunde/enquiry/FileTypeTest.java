package org.sprechstunde.enquiry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is what its first bytes say, and shown only if they say one of a few things. */
final class FileTypeTest {
    private static final String OGG_PAGE = "OggS" + "\0".repeat(22) + "\u0001\u0013";

    record Sample(FileType type, String content) {
        static Sample of(FileType type, String content) {
            return new Sample(type, content + "\0".repeat(FileType.HEAD));
        }

        byte[] head(int length) {
            return Arrays.copyOf(content.getBytes(ISO_8859_1), length);
        }
    }

    static Stream<Sample> shown() {
        return Stream.of(
                new Sample(FileType.JPEG, picture("jpeg")),
                new Sample(FileType.PNG, picture("png")),
                Sample.of(FileType.WEBP, "RIFF\u0001\u0002\u0003\u0004WEBPVP8 "),
                Sample.of(FileType.MP4, box("ftypisom")),
                Sample.of(FileType.MP4, box("ftypmp42")),
                Sample.of(FileType.MP4_MOBILE, box("ftyp3gp5")),
                Sample.of(FileType.MP4_AUDIO, box("ftypM4A ")),
                Sample.of(FileType.OGG, OGG_PAGE + "OpusHead"),
                Sample.of(FileType.OGG, OGG_PAGE + "\u0001vorbis"),
                Sample.of(FileType.MP3, "ID3\u0004"),
                Sample.of(FileType.MP3, "\u00ff\u00fb\u0090"),
                Sample.of(FileType.AAC, "\u00ff\u00f1P"),
                Sample.of(FileType.AAC, "\u00ff\u00f9P"),
                Sample.of(FileType.AMR, "#!AMR\n"),
                Sample.of(FileType.AMR, "#!AMR-WB\n"),
                Sample.of(FileType.MP4, box("ftypXAVC")),
                Sample.of(FileType.PDF, "\u00ef\u00bb\u00bf%PDF-1.4\n"),
                Sample.of(FileType.PDF, "\n\n%PDF-1.4\n"),
                Sample.of(FileType.PDF, "%PDF-1.7\n"));
    }

    static Stream<Sample> closed() {
        return Stream.of(
                Sample.of(FileType.QUICKTIME, box("ftypqt  ")),
                Sample.of(FileType.QUICKTIME, box("moov")),
                Sample.of(FileType.OTHER, "<!doctype html><script>"),
                Sample.of(FileType.OTHER, "<svg xmlns=\"http://"),
                Sample.of(FileType.OTHER, "PK\u0003\u0004"),
                Sample.of(FileType.OTHER, "MZ"),
                Sample.of(FileType.OTHER, "GIF89a"),
                Sample.of(FileType.OTHER, box("ftypheic")),
                Sample.of(FileType.OTHER, OGG_PAGE + "\u0080theora"),
                Sample.of(FileType.OTHER, "RIFF\u0001\u0002\u0003\u0004AVI "),
                Sample.of(FileType.OTHER, "\u00ff\u00feW\0i\0"),
                Sample.of(FileType.OTHER, "\u00ff\u00ff\u00ff"));
    }

    @ParameterizedTest
    @MethodSource({"shown", "closed"})
    void aFileIsKnownByItsFirstBytes(Sample sample) {
        assertThat(FileType.of(sample.head(FileType.HEAD))).isEqualTo(sample.type());
    }

    @ParameterizedTest
    @MethodSource({"shown", "closed"})
    void noBeginningOfAFileIsTooShortToBeJudged(Sample sample) {
        for (int length = 0; length < FileType.HEAD; length++) {
            assertThat(FileType.of(sample.head(length))).isIn(sample.type(), FileType.OTHER);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noNoiseIsTooOddToBeJudged(long seed) {
        Random random = new Random(seed);
        byte[] noise = new byte[FileType.HEAD];

        for (int round = 0; round < 10_000; round++) {
            random.nextBytes(noise);
            assertThat(FileType.of(noise)).isIn(FileType.OTHER, FileType.MP3, FileType.AAC);
        }
    }

    @ParameterizedTest
    @CsvSource({"JPEG,jpeg", "MP4_MOBILE,mp4-mobile", "OTHER,other"})
    void thePageKnowsItByAWord(FileType type, String word) {
        assertThat(type.word()).isEqualTo(word);
    }

    @Test
    void anEmptyFileIsOfNoType() {
        assertThat(FileType.of(new byte[0])).isEqualTo(FileType.OTHER);
    }

    private static String box(String type) {
        return "\0\0\0\u0018" + type + "\0\0\2\0";
    }

    private static String picture(String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toString(ISO_8859_1);
    }
}
