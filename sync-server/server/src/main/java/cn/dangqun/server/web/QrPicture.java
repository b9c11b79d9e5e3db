package cn.dangqun.server.web;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.EncodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A QR code for SVG, at error correction level M, in units of one module. `side` and `path` leave out the quiet
/// zone; `viewBox` has it, so that a picture of 25 mm is 25 mm with its white border.
public record QrPicture(int side, String path) {
    /// Width of the white border that the standard asks for, in modules.
    private static final int QUIET_ZONE = 4;

    /// From a coarse printer to a fine one, on a card and on a page
    private static final int[] DOTS_A_MODULE = {3, 4, 5, 6, 8, 11, 12};

    /// Drawn so that the quickest reader of the kiosks reads it at every size: about one code in a hundred is
    /// missed even on a perfect picture, and drawn with another mask it is not (F-118).
    public static QrPicture of(String text) {
        return IntStream.range(0, QRCode.NUM_MASK_PATTERNS)
                .mapToObj(mask -> drawn(text, mask))
                .filter(modules -> readsBack(modules, text))
                .findFirst()
                .map(QrPicture::of)
                .orElseGet(() -> of(drawn(text, 0)));
    }

    private static QrPicture of(ByteMatrix modules) {
        return new QrPicture(modules.getWidth(), path(modules));
    }

    private static ByteMatrix drawn(String text, int mask) {
        try {
            var hints = Map.of(EncodeHintType.QR_MASK_PATTERN, mask);
            return Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds this text", e);
        }
    }

    private static boolean readsBack(ByteMatrix modules, String text) {
        return IntStream.of(DOTS_A_MODULE).allMatch(dots -> read(modules, dots).equals(Optional.of(text)));
    }

    private static Optional<String> read(ByteMatrix modules, int dots) {
        int side = (modules.getWidth() + 2 * QUIET_ZONE) * dots;
        var pixels = new byte[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                pixels[y * side + x] = (byte) (isDark(modules, x / dots, y / dots) ? 0 : 255);
            }
        }
        var source = new PlanarYUVLuminanceSource(pixels, side, side, 0, 0, side, side, false);
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText());
        } catch (ReaderException missed) {
            return Optional.empty();
        }
    }

    private static boolean isDark(ByteMatrix modules, int x, int y) {
        int column = x - QUIET_ZONE;
        int row = y - QUIET_ZONE;
        return column >= 0
                && row >= 0
                && column < modules.getWidth()
                && row < modules.getHeight()
                && modules.get(column, row) != 0;
    }

    public String viewBox() {
        var whole = side + 2 * QUIET_ZONE;
        return "-%1$d -%1$d %2$d %2$d".formatted(QUIET_ZONE, whole);
    }

    /// One rectangle a run of dark modules.
    private static String path(ByteMatrix modules) {
        var path = new StringBuilder();
        for (var y = 0; y < modules.getHeight(); y++) {
            for (var x = 0; x < modules.getWidth(); x++) {
                var end = x;
                while (end < modules.getWidth() && modules.get(end, y) != 0) {
                    end++;
                }
                if (end > x) {
                    path.append("M%d %dh%dv1h-%dz".formatted(x, y, end - x, end - x));
                    x = end;
                }
            }
        }
        return path.toString();
    }
}
