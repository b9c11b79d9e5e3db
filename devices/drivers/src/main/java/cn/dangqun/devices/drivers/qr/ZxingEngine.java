package cn.dangqun.devices.drivers.qr;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// ZXing's QR reader with its choice of thresholds. One thread.
final class ZxingEngine {
    private static final String WITHOUT_ECI = "]Q1";

    private final QRCodeReader reader = new QRCodeReader();

    /// Threshold by neighbourhood: the best of ZXing's for photographs.
    Optional<String> byNeighbourhood(GrayImage image) {
        return read(source(image), HybridBinarizer::new);
    }

    /// One threshold for the whole picture: for noise, and for codes of very small modules.
    Optional<String> byHistogram(GrayImage image) {
        return read(source(image), GlobalHistogramBinarizer::new);
    }

    /// For light codes on dark ground, such as a phone in dark mode.
    Optional<String> inverted(GrayImage image) {
        return read(source(image).invert(), HybridBinarizer::new);
    }

    private Optional<String> read(LuminanceSource source, Function<LuminanceSource, Binarizer> binarizer) {
        try {
            return Optional.of(text(reader.decode(new BinaryBitmap(binarizer.apply(source)))));
        } catch (ReaderException e) {
            return Optional.empty(); // the usual outcome: no code in this picture
        } catch (RuntimeException e) {
            return Optional.empty(); // a picture is hostile input: a decoder that trips over it has not read it
        }
    }

    private static LuminanceSource source(GrayImage image) {
        return new PlanarYUVLuminanceSource(
                image.pixels(), image.width(), image.height(), 0, 0, image.width(), image.height(), false);
    }

    private static String text(Result result) {
        var metadata = result.getResultMetadata();
        var plain = WITHOUT_ECI.equals(metadata.get(ResultMetadataType.SYMBOLOGY_IDENTIFIER));
        if (plain
                && metadata.get(ResultMetadataType.BYTE_SEGMENTS) instanceof List<?> segments
                && segments.size() == 1
                && segments.getFirst() instanceof byte[] segment) {
            return CodeText.corrected(result.getText(), segment);
        }
        return result.getText();
    }
}
