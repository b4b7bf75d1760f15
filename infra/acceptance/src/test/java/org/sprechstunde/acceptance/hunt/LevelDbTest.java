package org.sprechstunde.acceptance.hunt;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A table written by hand, as the formats of LevelDB and Snappy say; LeakyPageTest has real ones. */
final class LevelDbTest {
    private static final String FAR = "uvwxyz" + "-".repeat(60_000) + "abcdef";
    private static final byte[] VALUE = ("+".repeat(60_000) + FAR).getBytes(UTF_8);

    @Test
    void whatABlockRepeatsIsReadInFull() {
        List<byte[]> contents = LevelDb.contents(table(packedBlock()));

        assertThat(contents).hasSize(1);
        assertThat(new String(contents.getFirst(), UTF_8)).startsWith("k+").endsWith("-abcdefabcdcdcdcuvwxyz");
    }

    @Test
    void whatIsCutOffIsNoTable() {
        byte[] whole = table(packedBlock());

        assertThat(LevelDb.contents(Arrays.copyOfRange(whole, 1000, whole.length)))
                .isEmpty();
    }

    /** One entry, whose value ends with what stood before: near, overlapping itself, and far away. */
    private static ByteBuffer packedBlock() {
        ByteBuffer packed = buffer(VALUE.length + 100);
        number(packed, 6 + VALUE.length + 15 + 8);
        packed.put((byte) (63 << 2)).putInt(6 + VALUE.length - 1); // the entry's head and value as they are
        number(packed.put((byte) 0).put((byte) 1), VALUE.length + 15);
        packed.put((byte) 'k').put(VALUE);
        packed.put((byte) 1).put((byte) 6); // four bytes from six back
        packed.put((byte) (4 << 2 | 2)).putShort((short) 2); // five from two back
        packed.put((byte) (5 << 2 | 2)).putShort((short) (FAR.length() + 9)); // six from far away
        packed.put((byte) (7 << 2)).putInt(0).putInt(1); // the restarts as they are: one, at 0
        return packed.flip();
    }

    private static byte[] table(ByteBuffer packedBlock) {
        ByteBuffer handle = buffer(8);
        number(number(handle, 0), packedBlock.remaining());
        ByteBuffer file = buffer(packedBlock.remaining() + 100);
        file.put(packedBlock).put((byte) 1).putInt(0);
        int properties = file.position();
        file.putInt(0).putInt(1).put((byte) 0).putInt(0);
        int index = file.position();
        file.put((byte) 0).put((byte) 1).put((byte) handle.position()).put((byte) 'z');
        file.put(handle.flip()).putInt(0).putInt(1);
        ByteBuffer footer = buffer(40);
        number(number(footer, properties), 8);
        number(number(footer, index), file.position() - index);
        file.put((byte) 0).putInt(0).put(footer.clear()).putLong(0xdb4775248b80fb57L);
        byte[] table = new byte[file.position()];
        file.flip().get(table);
        return table;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(LITTLE_ENDIAN);
    }

    private static ByteBuffer number(ByteBuffer out, int number) {
        int left = number;
        for (; left > 0x7f; left >>>= 7) {
            out.put((byte) (left | 0x80));
        }
        return out.put((byte) left);
    }
}
