package org.sprechstunde.media.metadata;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * MP4, 3GP, M4A, QuickTime, and HEIC and AVIF, which are built alike: boxes in boxes. What is needed to play or draw stays;
 * every other box becomes free space of the same length, as offsets into the file must stay true. Place and device stand in
 * {@code udta}, {@code meta} and {@code uuid}, at any level, in items of pictures, and in tracks that are neither seen nor
 * heard: of those, the samples are blanked, wherever in the file they are.
 */
final class IsoMedia implements BlockFormat {
    private static final int HEAD = 8;
    private static final int LARGE_HEAD = 16;
    private static final String FILE = "";
    private static final String TRACK = "trak";
    private static final String PICTURES = "meta";
    private static final Set<String> QUICKTIME = Set.of("moov", "mdat", "wide", "free", "skip", "pnot");

    private static final Map<String, Set<String>> PLAYED = Map.of(
            FILE,
            Set.of("ftyp", "styp", "moov", "moof", "mdat", "mfra", "sidx", "ssix"),
            "moov",
            Set.of("mvhd", TRACK, "mvex", "iods"),
            TRACK,
            Set.of("tkhd", "edts", "tref", "mdia", "tapt", "clip", "matt", "load"),
            "mdia",
            Set.of("mdhd", "hdlr", "minf", "elng"),
            "minf",
            Set.of("vmhd", "smhd", "nmhd", "sthd", "hmhd", "gmhd", "hdlr", "dinf", "stbl"),
            "stbl",
            Set.of(
                    "stsd", "stts", "ctts", "cslg", "stsc", "stsz", "stz2", "stco", "co64", "stss", "stps", "sdtp",
                    "stsh", "padb", "stdp", "sbgp", "sgpd", "subs", "saiz", "saio"));

    private static final class Room {
        final String name;
        long left;

        Room(String name, long left) {
            this.name = name;
            this.left = left;
        }
    }

    private final Deque<Room> rooms = new ArrayDeque<>();
    private IsoTrack track = new IsoTrack();
    private boolean hasHiddenTracks;

    IsoMedia() {
        rooms.push(new Room(FILE, BlockRewriter.REST));
    }

    /** Whether a file that begins with {@code head} is built like this; QuickTime's may begin with any of its boxes. */
    static boolean begins(String head) {
        return head.length() >= HEAD && (head.startsWith("ftyp", 4) || QUICKTIME.contains(head.substring(4, HEAD)));
    }

    @Override
    public void next(BlockRewriter file) throws IOException {
        while (rooms.element().left == 0) {
            leave(file, rooms.pop());
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

    private void leave(BlockRewriter file, Room room) {
        if (room.name.equals(TRACK)) {
            hasHiddenTracks |= track.isHidden();
            track.conceal(file);
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

    private void box(BlockRewriter file, byte[] head, long size) throws IOException {
        Room room = rooms.element();
        String name = Bytes.text(head, 4, 4);
        long content = size - head.length;
        boolean isTop = room.name.equals(FILE);
        if (isTop && name.equals(PICTURES)) {
            pictures(file, head, content);
        } else if (!PLAYED.getOrDefault(room.name, Set.of()).contains(name)) {
            clear(file, head, content);
        } else if (PLAYED.containsKey(name)) {
            track = name.equals(TRACK) ? new IsoTrack() : track;
            file.give(head);
            rooms.push(new Room(name, content));
        } else if (IsoTrack.READ.contains(name) && content <= BlockRewriter.WINDOW) {
            file.give(Bytes.together(head, track.read(name, file.take((int) content))));
        } else {
            track.miss(name);
            if (isTop && name.equals("moof") && hasHiddenTracks) {
                file.leaveUnsure();
            }
            file.give(head);
            file.pass(content);
        }
    }

    private static void clear(BlockRewriter file, byte[] head, long content) {
        file.give(Bytes.with(head, 4, "free"));
        file.blank(content);
    }

    /** Items of a picture, or else words about a film. */
    private static void pictures(BlockRewriter file, byte[] head, long length) throws IOException {
        byte[] content = file.take((int) Math.min(length, BlockRewriter.WINDOW));
        if (!IsoItems.isPicture(content)) {
            file.give(Bytes.together(Bytes.with(head, 4, "free"), Bytes.zeros(content)));
            file.blank(length - content.length);
            return;
        }
        Optional<IsoItems> items = length == content.length ? IsoItems.read(content) : Optional.empty();
        items.ifPresentOrElse(
                its -> its.hidden().forEach(range -> file.conceal(range.from(), range.length())), file::leaveUnsure);
        if (items.stream().anyMatch(IsoItems::isUnsure)) {
            file.leaveUnsure();
        }
        file.give(Bytes.together(head, items.map(IsoItems::kept).orElse(content)));
        file.pass(length - content.length);
    }
}
