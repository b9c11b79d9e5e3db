package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.server.codes.DrawnCodes;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrPictureTest {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final int TEXTS = 150;
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");

    @ParameterizedTest
    @ValueSource(ints = {2, 6, 32})
    void drawsACodeOfAnyLengthWithAQuietZoneOfFourModules(int idLength) {
        var text = "DQ1:" + "A1".repeat(55 + idLength / 2);

        var picture = QrPicture.of(text);

        assertEquals(text, DrawnCodes.text(picture.side(), picture.path()));
        assertEquals("-4 -4 %1$d %1$d".formatted(picture.side() + 8), picture.viewBox());
    }

    /// As the camera's quickest reader sees a perfect picture (F-118); the usual mask misses one in a hundred.
    @Test
    void drawsNothingThatTheQuickestReaderMisses() {
        var random = new Random(7);
        for (int i = 0; i < TEXTS; i++) {
            var text = "DQ1:"
                    + random.ints(130, 0, ALPHABET.length())
                            .mapToObj(at -> ALPHABET.substring(at, at + 1))
                            .collect(Collectors.joining());
            var picture = QrPicture.of(text);
            for (int dots : new int[] {3, 5, 8}) {
                assertEquals(Optional.of(text), atAGlance(picture, dots), () -> dots + " dots a module: " + text);
            }
        }
    }

    private static Optional<String> atAGlance(QrPicture picture, int dots) {
        int side = (picture.side() + 8) * dots;
        var pixels = new byte[side * side];
        Arrays.fill(pixels, (byte) 255);
        RUN.matcher(picture.path()).results().forEach(run -> {
            int x = (Integer.parseInt(run.group(1)) + 4) * dots;
            int y = (Integer.parseInt(run.group(2)) + 4) * dots;
            int wide = Integer.parseInt(run.group(3)) * dots;
            for (int row = y; row < y + dots; row++) {
                Arrays.fill(pixels, row * side + x, row * side + x + wide, (byte) 0);
            }
        });
        var source = new PlanarYUVLuminanceSource(pixels, side, side, 0, 0, side, side, false);
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText());
        } catch (ReaderException missed) {
            return Optional.empty();
        }
    }
}
