package org.sprechstunde.media.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/** AVI and WAV: a RIFF file of chunks, and lists of them. What is not needed to play becomes junk. */
final class Riff implements BlockFormat {
    private static final int HEAD = 8;
    private static final int LIST_HEAD = 12;
    private static final String STREAM = "strh";

    /** Lists whose chunks are looked at one by one. */
    private static final Set<String> LISTS = Set.of("hdrl", "strl", "odml");

    private static final Set<String> PLAYED =
            Set.of("avih", STREAM, "strf", "indx", "vprp", "dmlh", "idx1", "fmt ", "fact", "data", "cue ");

    private boolean begun;

    @Override
    public void next(BlockRewriter file) throws IOException {
        if (!begun) {
            begun = true;
            file.give(file.take(LIST_HEAD));
            return;
        }
        byte[] head = file.take(HEAD);
        if (head.length < HEAD) {
            file.give(Bytes.zeros(head));
            return;
        }
        long size = Integer.toUnsignedLong(
                ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
        String name = Bytes.text(head, 0, 4);
        if (name.equals("LIST") || name.equals("RIFF")) {
            list(file, head, size + size % 2);
        } else {
            chunk(file, head, name, size + size % 2);
        }
    }

    private static void list(BlockRewriter file, byte[] head, long size) throws IOException {
        byte[] kind = file.take((int) Math.min(4, size));
        String name = Bytes.text(kind, 0, kind.length);
        // A long film goes on in a further RIFF.
        if (LISTS.contains(name) || name.startsWith("AVI")) {
            file.give(Bytes.together(head, kind));
        } else if (name.equals("movi")) {
            file.give(Bytes.together(head, kind));
            file.pass(size - kind.length);
        } else {
            file.give(Bytes.together(Bytes.with(head, 0, "JUNK"), Bytes.zeros(kind)));
            file.blank(size - kind.length);
        }
    }

    private static void chunk(BlockRewriter file, byte[] head, String name, long size) throws IOException {
        if (!PLAYED.contains(name)) {
            file.give(Bytes.with(head, 0, "JUNK"));
            file.blank(size);
            return;
        }
        byte[] kind = name.equals(STREAM) && size >= 4 ? file.take(4) : new byte[0];
        if (kind.length == 4 && !Bytes.startsWith(kind, "vids") && !Bytes.startsWith(kind, "auds")) {
            // Its words stand among the pictures.
            file.leaveUnsure();
        }
        file.give(Bytes.together(head, kind));
        file.pass(size - kind.length);
    }
}
