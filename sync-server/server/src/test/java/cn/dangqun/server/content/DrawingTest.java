package cn.dangqun.server.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.content.ContentFile;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of files that people bring: drawn anew, or refused for a reason. In this process.
class DrawingTest {
    @TempDir
    Path folder;

    @Test
    void drawsAPictureAnewWithinTheLimits() throws Exception {
        var drawing = drawn(BroughtFiles.as("png", BroughtFiles.marked(5000, 1000, BufferedImage.TYPE_INT_ARGB)));

        var picture = pixels(drawing);
        assertEquals(2160, picture.getWidth());
        assertEquals(432, picture.getHeight());
        assertTrue(isRed(picture, 0.2, 0.2));
        assertFalse(isRed(picture, 0.8, 0.8));
    }

    @Test
    void bringsTheLeastYieldingPictureUnderTheBytes() throws Exception {
        var noise = new BufferedImage(2160, 2160, BufferedImage.TYPE_INT_RGB);
        var random = new Random(7);
        for (int y = 0; y < noise.getHeight(); y++) {
            for (int x = 0; x < noise.getWidth(); x++) {
                noise.setRGB(x, y, random.nextInt());
            }
        }

        var drawing = drawn(BroughtFiles.as("png", noise));

        assertTrue(drawing.jpeg().size() <= ContentFile.MOST_BYTES);
        assertEquals(drawing.width(), pixels(drawing).getWidth());
    }

    /// The red quarter of the stored picture, by how the camera was held.
    @Test
    void turnsAPhotoAsItWasTakenAndLeavesWhatTheCameraNoted() throws Exception {
        double[][] red = {{.2, .2}, {.8, .2}, {.8, .8}, {.2, .8}, {.2, .2}, {.8, .2}, {.8, .8}, {.2, .8}};
        for (int held = 1; held <= 8; held++) {
            var file = BroughtFiles.photo(400, 200, held);
            assertTrue(text(file).contains("SECRET-PLACE"));

            var drawing = drawn(file);

            var picture = pixels(drawing);
            assertEquals(held < 5 ? 400 : 200, picture.getWidth(), "held " + held);
            for (var corner : new double[][] {{.2, .2}, {.8, .2}, {.8, .8}, {.2, .8}}) {
                assertEquals(
                        Arrays.equals(corner, red[held - 1]), isRed(picture, corner[0], corner[1]), "held " + held);
            }
            assertFalse(text(drawing.jpeg().toByteArray()).contains("SECRET-PLACE"));
        }
    }

    @Test
    void makesAPictureOfEveryPage() throws Exception {
        var pages = DrawingMain.draw(file(BroughtFiles.pdf(3)), 3);

        assertEquals(3, pages.size());
        for (int page = 1; page <= 3; page++) {
            var picture = pixels(pages.get(page - 1));
            assertEquals(2160, picture.getHeight());
            assertTrue(isRed(picture, (35 + 40.0 * (page - 1)) / 595, 1 - 35.0 / 842));
            assertFalse(isRed(picture, (35 + 40.0 * page) / 595, 1 - 35.0 / 842));
        }
    }

    @Test
    void saysWhyAFileBecomesNoPicture() throws Exception {
        var picture = BroughtFiles.marked(40, 40, BufferedImage.TYPE_INT_RGB);
        refuses(PictureFault.WRONG_KIND, "名册".getBytes(StandardCharsets.UTF_8));
        refuses(PictureFault.WRONG_KIND, BroughtFiles.as("gif", picture));
        refuses(PictureFault.WRONG_KIND, BroughtFiles.as("bmp", picture));
        refuses(PictureFault.WRONG_KIND, new byte[0]);
        refuses(PictureFault.TOO_LARGE, BroughtFiles.emptyPng(100_000, 100_000, 10));
        refuses(PictureFault.TOO_LARGE, BroughtFiles.emptyPng(8_000, 8_000, 8_000));
        refuses(PictureFault.ENCRYPTED, BroughtFiles.locked());
        refuses(PictureFault.TOO_MANY_PAGES, BroughtFiles.pdf(13));
        refuses(PictureFault.NO_FONTS, BroughtFiles.withoutItsFont());
        refuses(PictureFault.UNREADABLE_PART, BroughtFiles.withStrangePicture());
    }

    @Test
    void breaksOnNothingElseThanWhatIsBroken() throws Exception {
        var png = BroughtFiles.as("png", BroughtFiles.marked(400, 400, BufferedImage.TYPE_INT_RGB));
        for (var broken : new byte[][] {
            Arrays.copyOf(png, 60),
            BroughtFiles.emptyPng(3_000, 3_000, 5),
            "%PDF-1.7\nnothing of it".getBytes(StandardCharsets.US_ASCII),
            Arrays.copyOf(BroughtFiles.pdf(1), 200)
        }) {
            var failure = assertThrows(Exception.class, () -> drawn(broken));

            assertFalse(failure instanceof UnfitPictureException, () -> String.valueOf(failure));
        }
    }

    @Test
    void stopsWhatTakesTooLongAndLeavesNothing() throws Exception {
        var workshop = PictureWorkshop.in(folder.resolve("pictures"), Duration.ofMillis(1));

        var result = workshop.draw(file(BroughtFiles.pdf(1)), 1);

        assertEquals(new PictureWorkshop.Result.Refused(PictureFault.TOO_SLOW), result);
        try (var left = Files.list(folder.resolve("pictures"))) {
            assertEquals(
                    List.of("arriving"),
                    left.map(each -> each.getFileName().toString()).toList());
        }
    }

    @Test
    void knowsWhatScannersWrite() {
        assertTrue(ImageIO.getImageReadersByFormatName("JBIG2").hasNext());
    }

    private void refuses(PictureFault why, byte[] content) throws IOException {
        var path = file(content);

        assertEquals(
                why,
                assertThrows(UnfitPictureException.class, () -> DrawingMain.draw(path, 12))
                        .fault());
    }

    private Drawing drawn(byte[] content) throws Exception {
        var drawings = DrawingMain.draw(file(content), 12);
        assertEquals(1, drawings.size());
        return drawings.getFirst();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("brought"), content);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static BufferedImage pixels(Drawing drawing) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(drawing.jpeg().toByteArray()));
    }

    private static boolean isRed(BufferedImage picture, double x, double y) {
        var colour = new Color(picture.getRGB((int) (x * picture.getWidth()), (int) (y * picture.getHeight())));
        return colour.getRed() > 200 && colour.getGreen() < 60;
    }
}
