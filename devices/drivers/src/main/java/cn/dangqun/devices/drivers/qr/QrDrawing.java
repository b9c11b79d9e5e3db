package cn.dangqun.devices.drivers.qr;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/// A QR code as modules, at error correction level M. Immutable.
public final class QrDrawing {
    /// Width of the white border that the standard asks for, in modules.
    public static final int QUIET_ZONE = 4;

    private static final double MILLIMETRES_PER_INCH = 25.4;

    private final ByteMatrix modules;

    private QrDrawing(ByteMatrix modules) {
        this.modules = modules;
    }

    /// @throws IllegalArgumentException when the text does not fit a QR code, or is empty
    public static QrDrawing of(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an empty code says nothing");
        }
        try {
            return new QrDrawing(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds this text", e);
        }
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
        var side = Math.toIntExact(Math.round(sideMillimetres / MILLIMETRES_PER_INCH * dotsPerInch));
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
