package org.sprechstunde.media.metadata;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;

/**
 * MP4, 3GP, M4A and QuickTime: boxes in boxes. What is needed to play stays; every other box becomes free space of the
 * same length, as offsets into the file must stay true. Place and device stand in {@code udta}, {@code meta} and
 * {@code uuid}, at any level.
 */
final class Mp4 implements BlockFormat {
    private static final int HEAD = 8;
    private static final int LARGE_HEAD = 16;
    private static final String FILE = "";
    private static final Map<String, Set<String>> PLAYED = Map.of(
            FILE,
            Set.of("ftyp", "styp", "moov", "moof", "mdat", "mfra", "sidx", "ssix"),
            "moov",
            Set.of("mvhd", "trak", "mvex", "iods"),
            "trak",
            Set.of("tkhd", "edts", "tref", "mdia", "tapt", "clip", "matt", "load"),
            "mdia",
            Set.of("mdhd", "hdlr", "minf", "elng"));

    private static final class Room {
        final String name;
        long left;

        Room(String name, long left) {
            this.name = name;
            this.left = left;
        }
    }

    private final Deque<Room> rooms = new ArrayDeque<>();

    Mp4() {
        rooms.push(new Room(FILE, BlockRewriter.REST));
    }

    @Override
    public void next(BlockRewriter file) throws IOException {
        while (rooms.element().left == 0) {
            rooms.pop();
        }
        Room room = rooms.element();
        byte[] head = room.left < HEAD ? new byte[0] : file.take(HEAD);
        if (head.length == HEAD && Bytes.number(head, 0) == 1 && room.left >= LARGE_HEAD) {
            head = Bytes.together(head, file.take(LARGE_HEAD - HEAD));
        }
        long size = size(head, room.left);
        if (size < head.length || head.length < HEAD) {
            file.give(Bytes.zeros(head));
            file.blank(room.left - head.length);
            room.left = 0;
        } else {
            room.left -= size;
            box(file, head, size);
        }
    }

    /** The length of the box, at most what is left for it; 0 if it has none. */
    private static long size(byte[] head, long left) {
        if (head.length < HEAD) {
            return 0;
        }
        long size = Bytes.number(head, 0);
        if (size == 1) {
            size = head.length < LARGE_HEAD ? 0 : Bytes.number(head, 8) << 32 | Bytes.number(head, 12);
        } else if (size == 0) {
            size = left;
        }
        return Math.min(size, left);
    }

    private void box(BlockRewriter file, byte[] head, long size) {
        String name = Bytes.text(head, 4, 4);
        long content = size - head.length;
        if (!PLAYED.getOrDefault(rooms.element().name, Set.of()).contains(name)) {
            file.give(Bytes.with(head, 4, "free"));
            file.blank(content);
            return;
        }
        file.give(head);
        if (PLAYED.containsKey(name)) {
            rooms.push(new Room(name, content));
        } else {
            file.pass(content);
        }
    }
}
