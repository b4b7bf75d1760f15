package org.sprechstunde.acceptance.browser;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.imageio.ImageIO;

/** A JPEG of four coloured quarters, and the eye that finds them again in a screenshot. */
final class TestPicture {
    static final String MAKER = "Geheime";

    private static final int SIZE = 480;
    private static final Color[] QUARTERS = {Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW};

    /** By how much a channel may differ after JPEG and scaling. */
    private static final int TOLERANCE = 40;

    /** The length of what every JPEG begins with; notes may follow. */
    private static final int START = 2;

    /** Exif with two entries: the maker's name, which follows, and that the picture must be turned to the right. */
    private static final byte[] NOTES = HexFormat.of()
            .parseHex("ffe10036" + "457869660000" + "4d4d002a00000008" + "0002" + "010f00020000000800000026"
                    + "011200030000000100060000" + "00000000");

    private TestPicture() {}

    static byte[] jpeg() {
        return jpeg(QUARTERS);
    }

    /** The same as a camera writes it that was held upright: lying on its side, with a note that says so. */
    static byte[] fromCamera() {
        byte[] lying = jpeg(Color.GREEN, Color.YELLOW, Color.RED, Color.BLUE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(lying, 0, START);
        bytes.writeBytes(NOTES);
        bytes.writeBytes((MAKER + "\0").getBytes(StandardCharsets.US_ASCII));
        bytes.write(lying, START, lying.length - START);
        return bytes.toByteArray();
    }

    private static byte[] jpeg(Color... quarters) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int quarter = 0; quarter < quarters.length; quarter++) {
            pen.setColor(quarters[quarter]);
            pen.fillRect(quarter % 2 * SIZE / 2, quarter / 2 * SIZE / 2, SIZE / 2, SIZE / 2);
        }
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Whether the screenshot shows the four quarters where they belong. */
    static boolean isShownIn(byte[] screenshot) {
        BufferedImage image = read(screenshot);
        for (int quarter = 0; quarter < QUARTERS.length; quarter++) {
            int x = (2 * (quarter % 2) + 1) * image.getWidth() / 4;
            int y = (2 * (quarter / 2) + 1) * image.getHeight() / 4;
            if (!isLike(new Color(image.getRGB(x, y)), QUARTERS[quarter])) {
                return false;
            }
        }
        return true;
    }

    private static BufferedImage read(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLike(Color seen, Color painted) {
        return Math.abs(seen.getRed() - painted.getRed()) < TOLERANCE
                && Math.abs(seen.getGreen() - painted.getGreen()) < TOLERANCE
                && Math.abs(seen.getBlue() - painted.getBlue()) < TOLERANCE;
    }
}
