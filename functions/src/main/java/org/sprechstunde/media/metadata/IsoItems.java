package org.sprechstunde.media.metadata;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sprechstunde.media.metadata.CleanedStream.Range;

/**
 * The items of a HEIC or AVIF picture, which its {@code meta} box names: pictures, and notes about them, whose bytes are
 * elsewhere in the file.
 */
final class IsoItems {
    private static final int VERSION = 4;
    private static final int HEAD = 8;
    private static final int HANDLER = 20;
    private static final String PICTURE = "pict";
    private static final Set<String> DRAWN =
            Set.of("hdlr", "pitm", "iloc", "iinf", "iref", "iprp", "idat", "dinf", "grpl", "ipro");

    /** Cameras' notes, XMP, and whatever else a program adds. */
    private static final Set<String> NOTES = Set.of("Exif", "mime", "uri ");

    private final byte[] kept;
    private final Set<Integer> notes = new HashSet<>();
    private final List<Range> hidden = new ArrayList<>();
    private int data = -1;
    private long blanked;
    private boolean unsure;

    private IsoItems(byte[] content) {
        this.kept = content.clone();
    }

    /** Whether the items are of a picture, as the first box says, and not words about a film. */
    static boolean isPicture(byte[] content) {
        return content.length >= HANDLER + 4 && Bytes.text(content, HANDLER, 4).equals(PICTURE);
    }

    /** Empty if {@code content} cannot be understood. */
    static Optional<IsoItems> read(byte[] content) {
        IsoItems items = new IsoItems(content);
        try {
            items.read();
            return Optional.of(items);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    byte[] kept() {
        return kept;
    }

    List<Range> hidden() {
        return hidden;
    }

    boolean isUnsure() {
        return unsure;
    }

    private record Box(String name, int from, int until) {}

    private static List<Box> boxes(byte[] bytes, int from, int until) {
        List<Box> boxes = new ArrayList<>();
        for (int at = from; at + HEAD <= until; ) {
            long size = Bytes.number(bytes, at) == 0 ? until - at : Bytes.number(bytes, at);
            if (size < HEAD || at + size > until) {
                throw new IllegalArgumentException();
            }
            boxes.add(new Box(Bytes.text(bytes, at + 4, 4), at + HEAD, at + (int) size));
            at += (int) size;
        }
        return boxes;
    }

    private void read() {
        List<Box> boxes = boxes(kept, VERSION, kept.length);
        for (Box box : boxes) {
            switch (box.name) {
                case "hdlr" -> Arrays.fill(kept, box.from + 12, box.until, (byte) 0);
                case "iinf" -> information(box);
                case "idat" -> data = box.from;
                default -> {
                    if (!DRAWN.contains(box.name)) {
                        write("free", box.from - 4);
                        Arrays.fill(kept, box.from, box.until, (byte) 0);
                    }
                }
            }
        }
        boxes.stream().filter(box -> box.name.equals("iloc")).forEach(this::locations);
    }

    private void write(String word, int at) {
        System.arraycopy(Bytes.with(new byte[word.length()], 0, word), 0, kept, at, word.length());
    }

    private void information(Box box) {
        ByteBuffer bytes = ByteBuffer.wrap(kept, box.from, box.until - box.from);
        int entries = bytes.get() == 0 ? 6 : 8;
        for (Box entry : boxes(kept, box.from + entries, box.until)) {
            ByteBuffer its = ByteBuffer.wrap(kept, entry.from, entry.until - entry.from);
            int version = its.get();
            its.position(entry.from + 4);
            int id = version == 3 ? its.getInt() : Short.toUnsignedInt(its.getShort());
            its.getShort();
            if (version < 2) {
                unsure = true;
            } else if (NOTES.contains(Bytes.text(kept, its.position(), 4))) {
                notes.add(id);
                // Some readers refuse a picture whose notes are empty, and none one with an item that it does not know.
                write("free", its.position());
            }
        }
    }

    private void locations(Box box) {
        ByteBuffer bytes = ByteBuffer.wrap(kept, box.from, box.until - box.from);
        int version = bytes.get();
        bytes.position(box.from + 4);
        int sizes = Byte.toUnsignedInt(bytes.get());
        int more = Byte.toUnsignedInt(bytes.get());
        int items = version < 2 ? Short.toUnsignedInt(bytes.getShort()) : bytes.getInt();
        for (int item = 0; item < items; item++) {
            int id = version < 2 ? Short.toUnsignedInt(bytes.getShort()) : bytes.getInt();
            int method = version == 0 ? 0 : bytes.getShort() & 0x0f;
            bytes.getShort();
            long base = number(bytes, more >> 4);
            int extents = Short.toUnsignedInt(bytes.getShort());
            int extentLength = (version == 0 ? 0 : more & 0x0f) + (sizes >> 4) + (sizes & 0x0f);
            if (extentLength == 0 && extents > 1) {
                // What takes no room could be there a thousand million times.
                throw new IllegalArgumentException();
            }
            for (int extent = 0; extent < extents; extent++) {
                number(bytes, version == 0 ? 0 : more & 0x0f);
                long from = base + number(bytes, sizes >> 4);
                long length = number(bytes, sizes & 0x0f);
                if (notes.contains(id)) {
                    hide(method, from, length);
                }
            }
        }
    }

    private static long number(ByteBuffer bytes, int length) {
        return switch (length) {
            case 0 -> 0;
            case 4 -> Integer.toUnsignedLong(bytes.getInt());
            case 8 -> bytes.getLong();
            default -> throw new IllegalArgumentException();
        };
    }

    private void hide(int method, long from, long length) {
        // No length is all that is left of the file, the picture included.
        switch (length == 0 ? -1 : method) {
            case 0 -> hidden.add(new Range(from, length));
            case 1 -> blank(from, length);
            default -> unsure = true;
        }
    }

    private void blank(long from, long length) {
        blanked += length;
        if (blanked > kept.length) {
            // The same bytes again and again: no camera's work, but much of ours.
            throw new IllegalArgumentException();
        }
        Arrays.fill(kept, data + (int) from, data + (int) (from + length), (byte) 0);
    }
}
