package cn.dangqun.bench.qr;

import cn.dangqun.devices.drivers.qr.GrayImage;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Optional;

/// What a program reads that calls ZXing the usual way, once.
final class PlainZxing {
    private PlainZxing() {}

    static Optional<String> read(GrayImage image) {
        var source = new PlanarYUVLuminanceSource(
                image.pixels(), image.width(), image.height(), 0, 0, image.width(), image.height(), false);
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText());
        } catch (ReaderException e) {
            return Optional.empty(); // the usual outcome: no code in this picture
        }
    }
}
