package org.sprechstunde.acceptance.browser;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A JPEG of four coloured quarters, and the eye that finds them again in a screenshot. */
final class TestPicture {
    private static final int SIZE = 480;
    private static final Color[] QUARTERS = {Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW};

    /** By how much a channel may differ after JPEG and scaling. */
    private static final int TOLERANCE = 40;

    private TestPicture() {}

    static byte[] jpeg() {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int quarter = 0; quarter < QUARTERS.length; quarter++) {
            pen.setColor(QUARTERS[quarter]);
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
