package cn.dangqun.devices.drivers.qr;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A QR code as modules, at error correction level M. Immutable.
public final class QrDrawing {
    /// Width of the white border that the standard asks for, in modules.
    public static final int QUIET_ZONE = 4;

    private static final double MILLIMETRES_PER_INCH = 25.4;
    /// From a coarse printer to a fine one, on a card and on a page
    private static final int[] DOTS_A_MODULE = {3, 4, 5, 6, 8, 11, 12};

    private final ByteMatrix modules;

    private QrDrawing(ByteMatrix modules) {
        this.modules = modules;
    }

    /// Drawn so that the quickest reader of ours reads it.
    ///
    /// @throws IllegalArgumentException when the text does not fit a QR code, or is empty
    public static QrDrawing of(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an empty code says nothing");
        }
        return IntStream.range(0, QRCode.NUM_MASK_PATTERNS)
                .mapToObj(mask -> drawn(text, mask))
                .filter(drawing -> drawing.readsBack(text))
                .findFirst()
                .orElseGet(() -> drawn(text, 0));
    }

    private static QrDrawing drawn(String text, int mask) {
        try {
            var hints = Map.of(EncodeHintType.QR_MASK_PATTERN, mask);
            return new QrDrawing(
                    Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds this text", e);
        }
    }

    /// At a glance and at every size: about one code in a hundred is missed even on a perfect picture (F-118), and
    /// drawn with another mask it is not.
    private boolean readsBack(String text) {
        var engine = new ZxingEngine();
        return IntStream.of(DOTS_A_MODULE)
                .allMatch(dots -> engine.byNeighbourhood(square((side() + 2 * QUIET_ZONE) * dots))
                        .equals(Optional.of(text)));
    }

    /// Modules on a side, without the quiet zone.
    public int side() {
        return modules.getWidth();
    }

    public boolean isDark(int x, int y) {
        return modules.get(x, y) != 0;
    }

    /// The largest a module can be when code and quiet zone fill a square of this many millimetres.
    public double moduleMillimetres(double sideMillimetres) {
        return sideMillimetres / (side() + 2 * QUIET_ZONE);
    }

    /// The code in the middle of a white square of just this size: every module a whole number of dots, so that no
    /// edge is blurred by the printer.
    ///
    /// @throws IllegalArgumentException when a module would be smaller than one dot
    public GrayImage image(double sideMillimetres, int dotsPerInch) {
        return square(Math.toIntExact(Math.round(sideMillimetres / MILLIMETRES_PER_INCH * dotsPerInch)));
    }

    private GrayImage square(int side) {
        var module = side / (side() + 2 * QUIET_ZONE);
        if (module < 1) {
            throw new IllegalArgumentException("%d dots are too few for %d modules".formatted(side, side()));
        }
        var margin = (side - module * side()) / 2;
        var pixels = new byte[side * side];
        for (var y = 0; y < side; y++) {
            for (var x = 0; x < side; x++) {
                pixels[y * side + x] = (byte) (isDarkAt(x - margin, y - margin, module) ? 0 : 255);
            }
        }
        return new GrayImage(side, side, pixels);
    }

    /// The same as a PNG that says its resolution, so that it prints at just this size.
    public byte[] png(double sideMillimetres, int dotsPerInch) {
        return Png.write(image(sideMillimetres, dotsPerInch), dotsPerInch / MILLIMETRES_PER_INCH * 1000);
    }

    private boolean isDarkAt(int x, int y, int module) {
        var isInside = x >= 0 && y >= 0 && x < side() * module && y < side() * module;
        return isInside && isDark(x / module, y / module);
    }
}
