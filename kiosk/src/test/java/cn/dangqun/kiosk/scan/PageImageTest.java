package cn.dangqun.kiosk.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.Still;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PageImageTest {
    private static byte[] file(String format, int width, int height) throws Exception {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(width - 1, 0, 0xFFFFFF);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    @Test
    void isNeverLargerThanWhatTravelsInOneFrame() {
        int width = 1980;
        int height = 1400;
        var noise = new byte[width * height];
        new Random(12).nextBytes(noise);
        var worst = PageImage.of(new Still(width, height, noise));

        var jpeg = worst.jpeg();

        assertTrue(jpeg.length <= PageImage.MOST_BYTES, jpeg.length + " bytes");
        var again = PageImage.read(jpeg).orElseThrow();
        assertEquals(1.0 * width / height, 1.0 * again.width() / again.height(), 0.01);
    }

    @Test
    void carriesNothingOverButWhatOneSees() throws Exception {
        var file = file("jpeg", 300, 200);
        var note = "EXIF of a telephone".getBytes(StandardCharsets.US_ASCII);
        var withNote = new byte[file.length + note.length + 4];
        withNote[0] = file[0];
        withNote[1] = file[1];
        withNote[2] = (byte) 0xFF;
        withNote[3] = (byte) 0xFE;
        withNote[5] = (byte) (note.length + 2);
        System.arraycopy(note, 0, withNote, 6, note.length);
        System.arraycopy(file, 2, withNote, 6 + note.length, file.length - 2);
        assertTrue(new String(withNote, StandardCharsets.ISO_8859_1).contains("telephone"));

        var jpeg = PageImage.read(Arrays.copyOf(withNote, withNote.length))
                .orElseThrow()
                .jpeg();

        assertFalse(new String(jpeg, StandardCharsets.ISO_8859_1).contains("telephone"));
    }

    @Test
    void aLargePictureIsMadeSmaller() throws Exception {
        var page = PageImage.read(file("png", 5000, 3000)).orElseThrow();

        assertEquals(PageImage.LONGEST_SIDE, page.width());
        assertEquals(1200, page.height());
    }

    @Test
    void turnsToTheRight() throws Exception {
        var page = PageImage.read(file("png", 4, 2)).orElseThrow();
        assertEquals(0xFFFFFFFF, page.pixels()[3]);

        var turned = page.turned();

        assertEquals(List.of(2, 4), List.of(turned.width(), turned.height()));
        assertEquals(0xFFFFFFFF, turned.pixels()[7], "what stood top right stands bottom right");
        assertEquals(4, turned.turned().turned().turned().width());
    }

    @Test
    void whatIsNoPictureIsNone() throws Exception {
        var cut = file("png", 300, 200);
        for (var bytes :
                List.of(new byte[0], "<svg/>".getBytes(StandardCharsets.US_ASCII), file("bmp", 3, 3), bomb())) {
            var page = PageImage.read(bytes);
            assertTrue(page.isEmpty() || page.get().width() == 3, "bytes " + bytes.length);
        }
        assertEquals(Optional.empty(), PageImage.read(Arrays.copyOf(cut, 60)));
    }

    /// The head of a PNG of 50 000 by 50 000.
    private static byte[] bomb() throws Exception {
        var png = file("png", 300, 200);
        png[18] = (byte) 0xC3;
        png[19] = 0x50;
        png[22] = (byte) 0xC3;
        png[23] = 0x50;
        return png;
    }
}
