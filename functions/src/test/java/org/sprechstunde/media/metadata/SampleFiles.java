package org.sprechstunde.media.metadata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Files of every format that tell, at every place they can, where they were taken: at {@link #PLACE}. */
final class SampleFiles {
    static final String PLACE = "+50.8880+010.0060/";

    private SampleFiles() {}

    static byte[] jpeg(boolean progressive) {
        String picture = picture(progressive);
        return bytes(picture.substring(0, 2)
                + segment(0xe1, "Exif\0\0" + exif(6))
                + segment(0xe1, "http://ns.adobe.com/xap/1.0/\0" + PLACE)
                + segment(0xe2, "MPF\0" + PLACE)
                + segment(0xed, "Photoshop 3.0\0" + PLACE)
                + segment(0xfe, PLACE)
                + picture.substring(2)
                + "\u00ff\u00d8" + segment(0xe1, "Exif\0\0" + exif(1)) + PLACE);
    }

    static byte[] png() {
        String picture = text(written("png", false));
        int afterHeader = 8 + 25;
        return bytes(picture.substring(0, afterHeader)
                + chunk("eXIf", exif(8))
                + chunk("tEXt", "Location\0" + PLACE)
                + chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0" + PLACE)
                + chunk("zTXt", "Location\0\0" + PLACE)
                + chunk("gpSx", PLACE)
                + chunk("tEXt", "")
                + picture.substring(afterHeader)
                + PLACE);
    }

    static byte[] webp() {
        String picture = text(Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"));
        String body = riff("VP8X", ",\0\0\0\0\0\0\0\0\0")
                + riff("ICCP", "profile")
                + picture.substring(12)
                + riff("EXIF", exif(6))
                + riff("XMP ", PLACE + "!");
        return bytes(riff("RIFF", "WEBP" + body) + PLACE);
    }

    static byte[] mp4(String brand) {
        String track = box(
                "trak",
                box("tkhd", "\0".repeat(84))
                        + box("udta", box("name", PLACE))
                        + box(
                                "mdia",
                                box("mdhd", "\0".repeat(24))
                                        + box("udta", PLACE)
                                        + box("minf", box("vmhd", "\0".repeat(12)))));
        String film = box(
                "moov",
                box("mvhd", "\0".repeat(100))
                        + track
                        + box("udta", box("\u00a9xyz", "\0\22" + PLACE) + box("loci", PLACE))
                        + box("meta", box("keys", PLACE) + box("ilst", PLACE))
                        + box("gps ", PLACE));
        return bytes(box("ftyp", brand + "\0\0\2\0" + "isom")
                + box("free", PLACE)
                + film
                + largeBox("mdat", "pictures and sound")
                + box("uuid", PLACE)
                + box("meta", PLACE));
    }

    /** Its words stand among its pictures, and what says where, behind all. */
    static byte[] mp4WithWords() {
        String head = box("ftyp", "isom\0\0\2\0isom") + box("mdat", "pictures" + PLACE + "sound");
        int words = head.indexOf(PLACE);
        String samples = box("stsd", numbers(0, 0))
                + box("stsz", numbers(0, 0, 1, PLACE.length()))
                + box("stsc", numbers(0, 1, 1, 1, 1))
                + box("stco", numbers(0, 1, words));
        String track = box("tkhd", "\0".repeat(84))
                + box(
                        "mdia",
                        box("hdlr", numbers(0, 0) + "text" + numbers(0, 0, 0) + PLACE)
                                + box("minf", box("stbl", samples)));
        return bytes(head + box("moov", box("mvhd", "\0".repeat(100)) + box("trak", track)));
    }

    static byte[] heic() {
        String head = box("ftyp", "heic\0\0\0\0mif1heic");
        String handler = box("hdlr", numbers(0, 0) + "pict" + numbers(0, 0, 0) + PLACE);
        String items = box("iinf", numbers(0) + "\0\1" + box("infe", "\2\0\0\0\0\7\0\0ExifExif\0"));
        // Where the notes are depends on how long this box is, which does not depend on where they are.
        int length = heicItems(handler, items, 0).length();
        int data = head.length() + length + 8;
        return bytes(head + heicItems(handler, items, data) + box("mdat", PLACE + "picture"));
    }

    private static String heicItems(String handler, String items, int data) {
        String places = box("iloc", numbers(0) + "\104\0\0\1\0\7\0\0\0\1" + numbers(data, PLACE.length()));
        return box("meta", numbers(0) + handler + items + places + box("xml ", PLACE));
    }

    /** Each of its extents takes no byte of the box that names them, and there are as many as can be said. */
    static byte[] heicWithExtentsOfNothing() {
        String places = box("iloc", numbers(0) + "\0\0\0\1" + "\0\10\0\0\u00ff\u00ff");
        return heicNaming(places, "");
    }

    /** Its notes are in the box itself, and named so often. */
    static byte[] heicThatBlanksTheSameBytes(int times) {
        String extents = numbers(0, PLACE.length() * 20).repeat(times);
        String places = box("iloc", "\1\0\0\0" + "\104\0\0\1" + "\0\7\0\1\0\0\0" + (char) times + extents);
        return heicNaming(places, box("idat", PLACE.repeat(20)));
    }

    private static byte[] heicNaming(String places, String data) {
        String handler = box("hdlr", numbers(0, 0) + "pict" + numbers(0, 0, 0));
        String items = box("iinf", numbers(0) + "\0\1" + box("infe", "\2\0\0\0\0\7\0\0ExifExif\0"));
        return bytes(box("ftyp", "heic\0\0\0\0mif1heic") + box("meta", numbers(0) + handler + items + places + data));
    }

    /** A track of words whose list of chunks ends within its own head. */
    static byte[] mp4WithChunksCutOff() {
        String words = box("hdlr", numbers(0, 0) + "text" + numbers(0, 0, 0));
        String media = box("mdia", words + box("minf", box("stbl", box("stco", "\0\0\0"))));
        return bytes(box("ftyp", "isom\0\0\0\0isom") + box("moov", box("trak", media)) + box("mdat", "pictures"));
    }

    /** A hidden track of the number that stands for none, and a block that ends where its track should stand. */
    static byte[] matroskaWithTrackOfNoNumber() {
        String track = element(0xae, "\u00d7\u0088" + "\u00ff".repeat(8) + element(0x83, "\21"));
        return bytes(element(0x1a45dfa3, "webm") + track + "\u00a3\u0081");
    }

    static byte[] behindZeros() {
        return bytes("\0\0" + text(jpeg(false)));
    }

    static byte[] gif() {
        String picture = text(written("gif", false));
        int palette = 13 + (3 << ((picture.charAt(10) & 7) + 1));
        return bytes(picture.substring(0, palette)
                + "!\u00fe" + (char) PLACE.length() + PLACE + "\0"
                + "!\u00ff\13XMP DataXMP" + PLACE.repeat(20) + "\1\0"
                + picture.substring(palette)
                + PLACE);
    }

    static byte[] matroska() {
        String programs = element(0x4d80, PLACE) + element(0x7ba9, PLACE);
        String track = element(0xd7, "\2") + element(0x83, "\21") + element(0x536e, PLACE);
        String blocks = element(0xa3, "\u0081\0\0\0pictures") + element(0xa3, "\u0082\0\0\0" + PLACE);
        return bytes(element(0x1a45dfa3, "webm")
                + element(
                        0x18538067,
                        element(0x1549a966, programs)
                                + element(0x1654ae6b, element(0xae, track))
                                + element(0x1f43b675, blocks)
                                + element(0x1254c367, PLACE)));
    }

    static byte[] matroskaWithHiddenBlocks(int count) {
        String track = element(0xae, element(0xd7, "\2") + element(0x83, "\21"));
        return bytes(element(0x1a45dfa3, "webm")
                + track
                + element(0xa3, "\u0082\0\0\0!").repeat(count));
    }

    private static String element(int id, String content) {
        ByteBuffer head = ByteBuffer.allocate(12).putInt(id).putLong((1L << 56) | content.length());
        return text(head.array()).replaceFirst("^\0+", "") + content;
    }

    static byte[] wav() {
        return bytes(riff(
                "RIFF",
                "WAVE" + riff("fmt ", "\0".repeat(16)) + riff("LIST", "INFO" + riff("ICMT", PLACE))
                        + riff("data", "sound.") + riff("iXML", PLACE)));
    }

    static byte[] mp3() {
        String tag = "TAG" + PLACE;
        return bytes("ID3\4\0\0\0\0\0" + (char) PLACE.length() + PLACE + "\u00ff\u00fb\u0090\0" + "\0".repeat(500) + tag
                + "\0".repeat(128 - tag.length()));
    }

    static byte[] ogg() {
        String comments = "OpusTags" + little(4) + "LAME" + little(1) + little(PLACE.length()) + PLACE;
        return bytes(page(0, "OpusHead\1\1\0\0\0\0\0\0\0\0\0") + page(1, comments) + page(2, "sound"));
    }

    private static String page(int sequence, String packet) {
        return "OggS" + "\0".repeat(14) + little(sequence) + little(0) + "\1" + (char) packet.length() + packet;
    }

    private static String little(int number) {
        return text(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array());
    }

    private static String numbers(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return text(bytes.array());
    }

    /** A camera's notes: which way up, and the place. */
    static String exif(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(bytes("II*\0")).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x010f).putShort((short) 2).putInt(PLACE.length()).putInt(38);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(orientation);
        tiff.putInt(0).put(bytes(PLACE));
        return text(tiff.array());
    }

    static String box(String type, String content) {
        return text(ByteBuffer.allocate(4).putInt(8 + content.length()).array()) + type + content;
    }

    static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    private static String largeBox(String type, String content) {
        return "\0\0\0\1" + type
                + text(ByteBuffer.allocate(8).putLong(16 + content.length()).array()) + content;
    }

    private static String segment(int code, String content) {
        byte[] length =
                ByteBuffer.allocate(2).putShort((short) (content.length() + 2)).array();
        return "\u00ff" + (char) code + text(length) + content;
    }

    private static String chunk(String type, String content) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes(type + content));
        byte[] length = ByteBuffer.allocate(4).putInt(content.length()).array();
        return text(length)
                + type
                + content
                + text(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }

    private static String riff(String type, String content) {
        ByteBuffer size = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(content.length());
        return type + text(size.array()) + content + "\0".repeat(content.length() % 2);
    }

    private static String picture(boolean progressive) {
        return text(written("jpeg", progressive));
    }

    private static byte[] written(String format, boolean progressive) {
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        if (progressive) {
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(drawing(), null, null), how);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Large enough that its data is longer than what is looked at in one go. */
    private static BufferedImage drawing() {
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int line = 0; line < 200; line++) {
            pen.setColor(new Color((line * 7919) & 0xffffff));
            pen.drawLine(0, line, 300, 199 - line);
        }
        pen.dispose();
        return image;
    }
}
