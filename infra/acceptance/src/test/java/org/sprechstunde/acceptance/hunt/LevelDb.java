package org.sprechstunde.acceptance.hunt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;

/**
 * Opens the files in which Chromium keeps storage and IndexedDB: tables with packed blocks and shortened keys, logs
 * with headers in the middle of values. As google/leveldb's table_format.md and log_format.md have them. No library:
 * those for Java open a whole database, or not at all; this takes any file, also a piece of one.
 */
final class LevelDb {
    private static final long MAGIC = 0xdb4775248b80fb57L;
    private static final int FOOTER = 48;
    private static final int PAGE = 32 * 1024;
    private static final int HEADER = 7;
    private static final int LAST_KIND = 4;
    private static final byte SNAPPY = 1;
    /** Snappy refers no further back than this. */
    private static final int FRAGMENT = 64 * 1024;

    private LevelDb() {}

    /** What a table's blocks say, or a log's records; nothing if the bytes are neither. */
    static List<byte[]> contents(byte[] file) {
        try {
            return isTable(file) ? table(file) : log(file);
        } catch (IOException
                | IndexOutOfBoundsException
                | BufferUnderflowException
                | IllegalArgumentException
                | NegativeArraySizeException _) {
            return List.of(); // cut off, or something else after all
        }
    }

    private static boolean isTable(byte[] file) {
        return file.length >= FOOTER && little(file).getLong(file.length - Long.BYTES) == MAGIC;
    }

    private static List<byte[]> table(byte[] file) throws IOException {
        ByteBuffer footer = little(file).position(file.length - FOOTER);
        block(file, footer);
        byte[] index = block(file, footer);
        List<byte[]> contents = new ArrayList<>();
        for (Entry entry : entries(index)) {
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            for (Entry inside : entries(block(file, little(entry.value())))) {
                written.writeBytes(inside.key());
                written.writeBytes(inside.value());
            }
            contents.add(written.toByteArray());
        }
        return contents;
    }

    /** The block whose place comes next in {@code handle}. */
    private static byte[] block(byte[] file, ByteBuffer handle) throws IOException {
        int from = number(handle);
        int to = from + number(handle);
        byte[] stored = Arrays.copyOfRange(file, from, to);
        return file[to] == SNAPPY ? unpacked(stored) : stored;
    }

    private static byte[] unpacked(byte[] snappy) throws IOException {
        try (var in = new SnappyCompressorInputStream(new ByteArrayInputStream(snappy), FRAGMENT)) {
            return in.readAllBytes();
        }
    }

    private record Entry(byte[] key, byte[] value) {}

    private static List<Entry> entries(byte[] block) {
        ByteBuffer in = little(block);
        int restarts = in.getInt(block.length - Integer.BYTES);
        int end = block.length - Integer.BYTES * (restarts + 1);
        List<Entry> entries = new ArrayList<>();
        byte[] key = {};
        while (in.position() < end) {
            int shared = number(in);
            int own = number(in);
            byte[] value = new byte[number(in)];
            key = Arrays.copyOf(key, shared + own);
            in.get(key, shared, own);
            in.get(value);
            entries.add(new Entry(key.clone(), value));
        }
        return entries;
    }

    /** A log's records with their headers taken out, so that none stands in the middle of a word. */
    private static List<byte[]> log(byte[] file) {
        ByteBuffer in = little(file);
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        while (in.remaining() >= HEADER) {
            int left = PAGE - in.position() % PAGE;
            if (left < HEADER) {
                in.position(in.position() + left);
                continue;
            }
            in.getInt();
            byte[] record = new byte[Short.toUnsignedInt(in.getShort())];
            byte kind = in.get();
            if (kind < 0 || kind > LAST_KIND || record.length > left - HEADER) {
                return List.of();
            }
            in.get(record);
            records.writeBytes(record);
        }
        return records.size() == 0 ? List.of() : List.of(records.toByteArray());
    }

    private static int number(ByteBuffer in) {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte octet = in.get();
            value |= (octet & 0x7f) << shift;
            if (octet >= 0) {
                return value;
            }
        }
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
