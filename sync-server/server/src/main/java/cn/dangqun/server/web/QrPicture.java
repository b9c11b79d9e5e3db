package cn.dangqun.server.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/// A QR code for SVG, at error correction level M, in units of one module. `side` and `path` leave out the quiet
/// zone; `viewBox` has it, so that a picture of 25 mm is 25 mm with its white border.
public record QrPicture(int side, String path) {
    /// Width of the white border that the standard asks for, in modules.
    private static final int QUIET_ZONE = 4;

    public static QrPicture of(String text) {
        try {
            var modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            return new QrPicture(modules.getWidth(), path(modules));
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds this text", e);
        }
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
