package cn.dangqun.acceptance.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/// The first page of a PDF as dots of 300 a inch, and a ruler to lay on it. All lengths are millimetres of paper.
public final class PaperSheet {
    public static final int DOTS_PER_INCH = 300;
    private static final double MILLIMETRES_PER_INCH = 25.4;
    private static final int DARK = 128;
    private static final int FINDER_MODULES = 7;
    private static final int QUIET_MODULES = 4;

    private final BufferedImage image;

    private PaperSheet(BufferedImage image) {
        this.image = image;
    }

    public static PaperSheet of(Path pdf) throws IOException, InterruptedException {
        var name = String.valueOf(pdf.getFileName()).replace(".pdf", "");
        var picture = pdf.resolveSibling(name);
        var process = new ProcessBuilder(
                        "pdftoppm",
                        "-r",
                        Integer.toString(DOTS_PER_INCH),
                        "-png",
                        "-singlefile",
                        pdf.toString(),
                        picture.toString())
                .inheritIO()
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("no picture of " + pdf);
        }
        return new PaperSheet(ImageIO.read(new File(picture + ".png")));
    }

    public double width() {
        return millimetres(image.getWidth());
    }

    public double height() {
        return millimetres(image.getHeight());
    }

    public BufferedImage part(double x, double y, double width, double height) {
        return image.getSubimage(dots(x), dots(y), dots(width), dots(height));
    }

    /// The side of the only code in a part that is otherwise white, with the quiet zone the standard asks for: what is
    /// dark is measured, and the modules are counted by the finder pattern in its corner.
    public static double codeSide(BufferedImage part) {
        var left = part.getWidth();
        var top = part.getHeight();
        var right = -1;
        var bottom = -1;
        for (var y = 0; y < part.getHeight(); y++) {
            for (var x = 0; x < part.getWidth(); x++) {
                if (isDark(part, x, y)) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        var width = right - left + 1;
        assertEquals(width, bottom - top + 1, 1, "a code is square");
        var modules = Math.round(width / (finder(part, left, top) / (double) FINDER_MODULES));
        var quiet = Math.min(Math.min(left, top), Math.min(part.getWidth() - right, part.getHeight() - bottom) - 1);
        var module = width / (double) modules;
        assertTrue(quiet >= QUIET_MODULES * module - 1, "white around the code");
        return millimetres(module * (modules + 2 * QUIET_MODULES));
    }

    private static int finder(BufferedImage part, int left, int top) {
        var end = left;
        while (isDark(part, end, top + 1)) {
            end++;
        }
        return end - left;
    }

    private static boolean isDark(BufferedImage part, int x, int y) {
        var rgb = part.getRGB(x, y);
        return ((rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF)) / 3 < DARK;
    }

    private static int dots(double millimetres) {
        return Math.toIntExact(Math.round(millimetres / MILLIMETRES_PER_INCH * DOTS_PER_INCH));
    }

    private static double millimetres(double dots) {
        return dots * MILLIMETRES_PER_INCH / DOTS_PER_INCH;
    }
}
