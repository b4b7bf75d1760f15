package org.sprechstunde.enquiry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What a file is by its first bytes, whatever its sender claims. The page shows these types and no other. */
public enum FileType {
    JPEG,
    PNG,
    WEBP,
    MP4,
    MP4_AUDIO,
    MP4_MOBILE,
    /** Built like MP4; only some browsers play it, so it is not shown. */
    QUICKTIME,
    OGG,
    AAC,
    MP3,
    AMR,
    PDF,
    /** Anything else, and a file that is not here yet. */
    OTHER;

    /** As many first bytes decide; a shorter file is judged by what it has. */
    public static final int HEAD = 1024;

    /** Pictures, raw or not, that are built like films; every other brand is a film's. */
    private static final Set<String> PICTURE_BRANDS = Set.of(
            "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "mif2", "msf1", "miaf", "avif", "avis", "crx ",
            "jp2 ", "jpx ", "jpm ", "jxl ");

    private static final Set<String> QUICKTIME_BOXES = Set.of("moov", "mdat", "wide", "free", "skip", "pnot");
    private static final int FIRST_OGG_PACKET = 28;

    /** The type of the file that begins with {@code head}. */
    public static FileType of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return WEBP;
        }
        FileType film = film(text);
        FileType found = film == OTHER ? sound(text) : film;
        // Readers take one whose first bytes are not its own.
        return found == OTHER && text.contains("%PDF-") ? PDF : found;
    }

    /** By its name; one that a later release has given is not known here. */
    public static FileType named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElse(OTHER);
    }

    /** The word by which the page knows it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** ISO base media files name their brand; QuickTime's may begin with any of its boxes. */
    private static FileType film(String text) {
        if (text.length() < 12) {
            return OTHER;
        }
        if (!text.startsWith("ftyp", 4)) {
            return QUICKTIME_BOXES.contains(text.substring(4, 8)) ? QUICKTIME : OTHER;
        }
        String brand = text.substring(8, 12);
        if (brand.startsWith("3g")) {
            return MP4_MOBILE;
        }
        if (brand.equals("M4A ") || brand.equals("M4B ")) {
            return MP4_AUDIO;
        }
        if (brand.equals("qt  ")) {
            return QUICKTIME;
        }
        return PICTURE_BRANDS.contains(brand) ? OTHER : MP4;
    }

    private static FileType sound(String text) {
        if (text.startsWith("OggS")) {
            boolean heard =
                    text.startsWith("OpusHead", FIRST_OGG_PACKET) || text.startsWith("\u0001vorbis", FIRST_OGG_PACKET);
            return heard ? OGG : OTHER;
        }
        if (text.startsWith("#!AMR\n") || text.startsWith("#!AMR-WB\n")) {
            return AMR;
        }
        return text.startsWith("ID3") ? MP3 : frames(text);
    }

    /** Bare MPEG audio: eleven or twelve set bits, then version and layer; layer 0 with twelve bits is AAC. */
    private static FileType frames(String text) {
        if (text.length() < 3 || text.charAt(0) != 0xff) {
            return OTHER;
        }
        int second = text.charAt(1);
        if ((second & 0xf6) == 0xf0) {
            return AAC;
        }
        boolean layerThree = (second & 0xe6) == 0xe2 && (second & 0x18) != 0x08;
        boolean rates = (text.charAt(2) & 0xf0) != 0xf0 && (text.charAt(2) & 0x0c) != 0x0c;
        return layerThree && rates ? MP3 : OTHER;
    }
}
