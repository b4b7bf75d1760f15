package org.sprechstunde.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.enquiry.FileType;
import org.sprechstunde.media.metadata.CleanedStream.Range;

/** A file arrives as it looks and sounds, and does not say any more where it was made. */
final class MetadataStripperTest {

    record Sample(String name, FileType type, String content) {
        static Sample of(String name, FileType type, byte[] bytes) {
            return new Sample(name, type, SampleFiles.text(bytes));
        }

        byte[] bytes() {
            return SampleFiles.bytes(content);
        }

        /** By which it is known how the file is built, whatever becomes of its bytes in a test. */
        byte[] head() {
            return Arrays.copyOf(bytes(), FileType.HEAD);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> pictures() {
        return Stream.of(
                Sample.of("a photo", FileType.JPEG, SampleFiles.jpeg(false)),
                Sample.of("a progressive photo", FileType.JPEG, SampleFiles.jpeg(true)),
                Sample.of("a drawing", FileType.PNG, SampleFiles.png()));
    }

    static Stream<Sample> others() {
        return Stream.of(
                Sample.of("a sticker", FileType.WEBP, SampleFiles.webp()),
                Sample.of("a film", FileType.MP4, SampleFiles.mp4("isom")),
                Sample.of("a film of an old phone", FileType.MP4_MOBILE, SampleFiles.mp4("3gp5")),
                Sample.of("a recording", FileType.MP4_AUDIO, SampleFiles.mp4("M4A ")),
                Sample.of("a film of a camera", FileType.QUICKTIME, SampleFiles.mp4("qt  ")),
                Sample.of("a film of a brand that nobody knows", FileType.MP4, SampleFiles.mp4("XAVC")),
                Sample.of("a film with words", FileType.MP4, SampleFiles.mp4WithWords()),
                Sample.of("a photo of another kind", FileType.OTHER, SampleFiles.heic()),
                Sample.of("a photo behind zeros", FileType.OTHER, SampleFiles.behindZeros()),
                Sample.of("an animation", FileType.OTHER, SampleFiles.gif()),
                Sample.of("a film of a browser", FileType.OTHER, SampleFiles.matroska()),
                Sample.of("a tape", FileType.OTHER, SampleFiles.wav()),
                Sample.of("a song", FileType.MP3, SampleFiles.mp3()),
                Sample.of("a voice", FileType.OGG, SampleFiles.ogg()));
    }

    @ParameterizedTest
    @MethodSource({"pictures", "others"})
    void theSampleWouldTellItsPlace(Sample sample) {
        assertThat(sample.content()).contains(SampleFiles.PLACE);
        assertThat(FileType.of(Arrays.copyOf(sample.bytes(), FileType.HEAD))).isEqualTo(sample.type());
    }

    @ParameterizedTest
    @MethodSource({"pictures", "others"})
    void noFileTellsItsPlaceAndNoneGetsShorter(Sample sample) {
        byte[] cleaned = clean(sample.bytes(), sample.head());

        assertThat(SampleFiles.text(cleaned)).doesNotContain(SampleFiles.PLACE);
        assertThat(cleaned).hasSameSizeAs(sample.bytes());
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void aPictureLooksAsBefore(Sample sample) throws IOException {
        byte[] cleaned = clean(sample.bytes(), sample.head());

        assertThat(pixels(cleaned)).isEqualTo(pixels(sample.bytes()));
    }

    @ParameterizedTest
    @MethodSource({"pictures", "others"})
    void whatIsCleanStaysAsItIs(Sample sample) {
        byte[] once = clean(sample.bytes(), sample.head());

        assertThat(clean(once, sample.head())).isEqualTo(once);
    }

    @Test
    void aPhotoKeepsItsOrientationAndNothingElseOfItsNotes() {
        String cleaned = SampleFiles.text(clean(SampleFiles.jpeg(false)));

        assertThat(cleaned).containsOnlyOnce("Exif\0\0MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\6" + "\0".repeat(42));
    }

    @Test
    void aDrawingKeepsItsOrientation() {
        String cleaned = SampleFiles.text(clean(SampleFiles.png()));

        assertThat(cleaned).containsOnlyOnce("eXIfMM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\10");
    }

    /** Some readers refuse a drawing with a single wrong one. */
    @Test
    void everyChecksumOfADrawingIsRight() {
        ByteBuffer drawing = ByteBuffer.wrap(clean(SampleFiles.png())).position(8);
        String name = "";

        while (!name.equals("IEND")) {
            byte[] chunk = new byte[drawing.getInt() + 4];
            drawing.get(chunk);
            CRC32 checksum = new CRC32();
            checksum.update(chunk);
            name = SampleFiles.text(Arrays.copyOf(chunk, 4));
            assertThat(drawing.getInt()).as(name).isEqualTo((int) checksum.getValue());
        }
    }

    @Test
    void aStickerNoLongerAnnouncesNotes() {
        String cleaned = SampleFiles.text(clean(SampleFiles.webp()));

        assertThat(cleaned).contains("VP8X\12\0\0\0 \0\0\0").contains("profile").contains("JUNK");
        assertThat(cleaned).doesNotContain("EXIF").doesNotContain("XMP ");
    }

    @Test
    void aFilmKeepsItsTracksAndEveryByteItsPlace() {
        String before = SampleFiles.text(SampleFiles.mp4("isom"));
        String cleaned = SampleFiles.text(clean(SampleFiles.mp4("isom")));

        for (String kept : new String[] {"ftypisom", "mvhd", "tkhd", "mdhd", "minf", "mdat", "pictures and sound"}) {
            assertThat(cleaned.indexOf(kept)).isEqualTo(before.indexOf(kept));
        }
        assertThat(cleaned).doesNotContain("udta").doesNotContain("meta").doesNotContain("uuid");
    }

    @ParameterizedTest
    @CsvSource({"#!AMR, false", "%PDF-1.7, true", "PK, true"})
    void otherFilesPassAsTheyAreAndItIsSaidWhetherTheyMayTell(String head, boolean mayTell) throws IOException {
        byte[] bytes = SampleFiles.bytes(head + SampleFiles.PLACE);

        try (CleanedStream file = MetadataStripper.of(new ByteArrayInputStream(bytes), bytes, List.of())) {
            assertThat(file.readAllBytes()).isEqualTo(bytes);
            assertThat(file.remains().mayTell()).isEqualTo(mayTell);
        }
    }

    @ParameterizedTest
    @MethodSource({"pictures", "others"})
    void whatIsCleanTellsForCertainNothing(Sample sample) throws IOException {
        try (CleanedStream file =
                MetadataStripper.of(new ByteArrayInputStream(sample.bytes()), sample.head(), List.of())) {
            file.transferTo(OutputStream.nullOutputStream());
            assertThat(file.remains().mayTell()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource({"pictures", "others"})
    void aFileThatEndsAnywhereIsNotRefused(Sample sample) {
        byte[] bytes = sample.bytes();

        for (int length = 0; length < bytes.length; length += length < 700 ? 1 : 397) {
            assertThat(clean(Arrays.copyOf(bytes, length), sample.head())).hasSize(length);
        }
    }

    @ParameterizedTest
    @MethodSource({"pictures", "others"})
    void aFileWithAnyBytesWrongIsNotRefused(Sample sample) {
        Random random = new Random(1);
        byte[] good = sample.bytes();

        for (int round = 0; round < 150; round++) {
            byte[] bad = good.clone();
            for (int change = 0; change < 1 + round % 5; change++) {
                bad[random.nextInt(Math.min(bad.length, 1200))] = (byte) (random.nextBoolean() ? random.nextInt() : -1);
            }
            assertThat(clean(bad, sample.head())).hasSameSizeAs(bad);
        }
    }

    @ParameterizedTest
    @MethodSource({"pictures", "others"})
    void noiseIsNotRefused(Sample sample) {
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);

        assertThat(clean(noise, sample.head())).hasSameSizeAs(noise);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00ff",
                "\0",
                "\u00ff\u00e1\u00ff\u00ff",
                "\u00ff\u00e1\0\0",
                "\u00ff\u00ff\u00ff\u00ffeXIf",
                "\0\0\0\7moov"
            })
    void howeverLongAFileSaysItIsLittleOfItIsHeld(String part) throws IOException {
        for (Sample sample : Stream.concat(pictures(), others()).toList()) {
            Greed file = new Greed(SampleFiles.bytes(part.repeat(1_000_000 / part.length())));
            long length = file.bytes;

            assertThat(MetadataStripper.of(file, sample.head(), List.of()).transferTo(OutputStream.nullOutputStream()))
                    .isEqualTo(length);
            assertThat(file.most).isLessThanOrEqualTo(BlockRewriter.WINDOW);
        }
    }

    /** Each block of a hidden track is one more thing to remember. */
    @Test
    void aFileWithMoreToBlankThanAnyCameraWritesIsSaidToTell() throws IOException {
        byte[] film = SampleFiles.matroskaWithHiddenBlocks(100_001);

        try (CleanedStream file = MetadataStripper.of(new ByteArrayInputStream(film), film, List.of())) {
            assertThat(file.transferTo(OutputStream.nullOutputStream())).isEqualTo(film.length);
            assertThat(file.remains().mayTell()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource
    void aFileThatIsBuiltToTakeTimeIsSaidToTell(byte[] file) throws IOException {
        try (CleanedStream cleaned = MetadataStripper.of(new ByteArrayInputStream(file), file, List.of())) {
            assertThat(cleaned.readAllBytes()).hasSameSizeAs(file);
            assertThat(cleaned.remains().mayTell()).isTrue();
        }
    }

    static Stream<byte[]> aFileThatIsBuiltToTakeTimeIsSaidToTell() {
        return Stream.of(SampleFiles.heicWithExtentsOfNothing(), SampleFiles.heicThatBlanksTheSameBytes(2));
    }

    @Test
    void aPictureWhoseNotesStandInItsOwnBoxIsCleaned() throws IOException {
        byte[] file = SampleFiles.heicThatBlanksTheSameBytes(1);

        assertThat(SampleFiles.text(clean(file)))
                .hasSameSizeAs(SampleFiles.text(file))
                .doesNotContain(SampleFiles.PLACE);
    }

    /** What is read again behind each marker is the work of whoever reads. */
    @ParameterizedTest
    @ValueSource(strings = {"\u00ff", "\u00ff\1", "\u00ff\u00fe\0\2", "\u00ff\u00da\0\2", "\0\u00ff\1"})
    void aPictureOfNothingButMarkersIsReadInSmallSteps(String part) throws IOException {
        byte[] head = SampleFiles.jpeg(false);
        Greed file = new Greed(SampleFiles.bytes("\u00ff\u00d8" + part.repeat(10_000)));

        assertThat(MetadataStripper.of(file, head, List.of()).readAllBytes()).hasSize((int) file.bytes);
        assertThat(file.most).isLessThanOrEqualTo(256);
    }

    @ParameterizedTest
    @MethodSource
    void aFileThatIsBuiltToBreakItsParserPassesWhole(byte[] file) {
        assertThat(clean(file)).hasSameSizeAs(file);
    }

    static Stream<byte[]> aFileThatIsBuiltToBreakItsParserPassesWhole() {
        return Stream.of(SampleFiles.mp4WithChunksCutOff(), SampleFiles.matroskaWithTrackOfNoNumber());
    }

    /** None is known; but each file is a stranger's. */
    @Test
    void whatBreaksAParserCostsNoMoreThanItsBlock() throws IOException {
        BlockFormat breaking = file -> {
            file.giveOnly(1, file.take(3));
            file.take(2);
            throw new IllegalStateException();
        };

        try (CleanedStream file =
                new BlockRewriter(new ByteArrayInputStream(SampleFiles.bytes("abcdefgh")), breaking, List.of())) {
            assertThat(file.readAllBytes()).isEqualTo(SampleFiles.bytes("\0\0\0defgh"));
            assertThat(file.remains().mayTell()).isTrue();
        }
    }

    @Test
    void aDownloadThatBreaksOffIsStillAnError() {
        InputStream broken =
                new SequenceInputStream(new ByteArrayInputStream(SampleFiles.jpeg(false), 0, 5000), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("broken");
                    }

                    @Override
                    public int read(byte[] buffer, int offset, int length) throws IOException {
                        return read();
                    }
                });

        assertThatThrownBy(() -> MetadataStripper.of(broken, SampleFiles.jpeg(false), List.of())
                        .readAllBytes())
                .isInstanceOf(IOException.class);
    }

    /** Notes how much is asked of it at once. */
    private static final class Greed extends ByteArrayInputStream {
        final long bytes;
        int most;

        Greed(byte[] bytes) {
            super(bytes);
            this.bytes = bytes.length;
        }

        @Override
        public synchronized int read(byte[] buffer, int offset, int length) {
            most = Math.max(most, length);
            return super.read(buffer, offset, length);
        }
    }

    private static byte[] clean(byte[] bytes) {
        return clean(bytes, bytes);
    }

    /** As the town reads: once, and once more what says too late what is in it. */
    private static byte[] clean(byte[] bytes, byte[] head) {
        List<Range> hidden = new ArrayList<>();
        byte[] once = clean(bytes, head, hidden);
        return hidden.isEmpty() ? once : clean(bytes, head, hidden);
    }

    /** In bites of odd sizes, as ciphers and networks read. */
    private static byte[] clean(byte[] bytes, byte[] head, List<Range> hidden) {
        try (CleanedStream file = MetadataStripper.of(new ByteArrayInputStream(bytes), head, List.copyOf(hidden))) {
            byte[] cleaned = new byte[bytes.length + 1];
            int length = 0;
            int read;
            while ((read = file.read(cleaned, length, Math.min(cleaned.length - length, 1 + length % 509))) > 0) {
                length += read;
            }
            hidden.addAll(file.remains().hidden());
            return Arrays.copyOf(cleaned, length);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int[] pixels(byte[] file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
