package cn.dangqun.devices.drivers.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.EncodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.QRCodeWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeReaderTest {
    private static final CodeReader READER = new CodeReader();

    @Test
    void readsEveryGroupOfTheGalleryAndFarMoreThanPlainZxing(TestReporter reporter) {
        var ours = 0;
        var plain = 0;
        for (Map.Entry<String, List<GrayImage>> group : Gallery.all().entrySet()) {
            var hits = hits(group.getValue(), image -> READER.read(image, Effort.STUDY));
            var plainHits = hits(group.getValue(), CodeReaderTest::plain);
            reporter.publishEntry(group.getKey(), "%d of %d, plain ZXing %d".formatted(hits, Gallery.EACH, plainHits));
            assertTrue(hits >= Gallery.EACH - 2 && hits >= plainHits, group.getKey());
            ours += hits;
            plain += plainHits;
        }
        assertTrue(ours >= plain * 3 / 2, ours + " against " + plain);
    }

    @Test
    void readsMostFramesWithALookAndNeverWrongly(TestReporter reporter) {
        var all = Gallery.all().values().stream().flatMap(List::stream).toList();

        var hits = hits(all, image -> READER.read(image, Effort.LOOK));

        reporter.publishEntry("with a look", hits + " of " + all.size());
        assertTrue(hits >= all.size() * 9 / 10, hits + " of " + all.size());
    }

    @Test
    void reportsNothingWhereThereIsNoCode() {
        for (var image : Gallery.withoutCode()) {
            assertEquals(Optional.empty(), READER.read(image, Effort.STUDY));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "A017号 样例甲,GB18030",
        "A017号 样例甲,UTF-8",
        "ﾊﾞｰｺｰﾄﾞ ﾘｰﾀﾞｰ,Shift_JIS",
        "Grüße aus Köln,ISO-8859-1",
        "A017,US-ASCII"
    })
    void readsTheSameTextByEitherEngineWhateverTheCharacterSet(String text, Charset charset) {
        var oneCharacterAByte = new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
        var image = Scene.cluttered(1, 420, 420)
                .code(QrDrawing.of(oneCharacterAByte), 200, 10, 0, 0, false)
                .taken(1, 3);

        assertEquals(Optional.of(text), new ZxingEngine().byNeighbourhood(image));
        assertEquals(Optional.of(text), new BoofEngine().read(image));
    }

    @Test
    void takesNoTextThatNobodyWouldPrint() {
        var noise = QrDrawing.of("A\u0000\u0007B").image(25, 203);
        var goods = QrDrawing.of("[)>\u001E06\u001D1P2\u001E\u0004").image(25, 203);

        assertEquals(Optional.empty(), READER.read(noise, Effort.STUDY));
        assertEquals(Optional.of("[)>\u001E06\u001D1P2\u001E\u0004"), READER.read(goods, Effort.STUDY));
    }

    @Test
    void believesACodeThatNamesItsCharacterSet() throws Exception {
        var hints = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8", EncodeHintType.MARGIN, 4);
        var matrix = new QRCodeWriter().encode("样例Ã¼", BarcodeFormat.QR_CODE, 250, 250, hints);
        var pixels = new byte[250 * 250];
        for (var i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (matrix.get(i % 250, i / 250) ? 0 : 255);
        }
        var image = new GrayImage(250, 250, pixels);

        assertEquals(Optional.of("样例Ã¼"), new ZxingEngine().byNeighbourhood(image));
        assertEquals(Optional.of("样例Ã¼"), new BoofEngine().read(image));
    }

    @Property(tries = 300)
    void survivesAnyPicture(
            @ForAll @IntRange(min = 1, max = 60) int width,
            @ForAll @IntRange(min = 1, max = 60) int height,
            @ForAll @Size(3600) byte[] pixels) {
        assertEquals(Optional.empty(), READER.read(new GrayImage(width, height, pixels), Effort.STUDY));
    }

    @Property(tries = 100)
    void survivesADamagedCode(
            @ForAll @IntRange(max = 255) int gray, @ForAll @Size(300) List<@IntRange(max = 40000) Integer> at) {
        var pixels = QrDrawing.of(Gallery.TEXT).image(25, 203).pixels().clone();
        at.forEach(index -> pixels[index % pixels.length] = (byte) gray);

        var text = READER.read(new GrayImage(200, 200, pixels), Effort.STUDY);

        assertTrue(text.isEmpty() || text.get().equals(Gallery.TEXT));
    }

    private static int hits(List<GrayImage> images, Function<GrayImage, Optional<String>> decoder) {
        var hits = 0;
        for (var image : images) {
            var text = decoder.apply(image);
            assertTrue(text.isEmpty() || text.get().equals(Gallery.TEXT), () -> "wrong text " + text);
            hits += text.isPresent() ? 1 : 0;
        }
        return hits;
    }

    private static Optional<String> plain(GrayImage image) {
        var source = new PlanarYUVLuminanceSource(
                image.pixels(), image.width(), image.height(), 0, 0, image.width(), image.height(), false);
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }
}
