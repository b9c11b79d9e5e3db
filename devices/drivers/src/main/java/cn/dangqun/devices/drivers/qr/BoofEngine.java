package cn.dangqun.devices.drivers.qr;

import boofcv.abst.fiducial.QrCodePreciseDetector;
import boofcv.alg.fiducial.qrcode.QrCode;
import boofcv.concurrency.BoofConcurrency;
import boofcv.factory.fiducial.ConfigQrCode;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.struct.image.GrayU8;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// BoofCV's QR detector: slower than ZXing, better with blur, bent paper and slanted views. One thread.
final class BoofEngine {
    // An alias of ISO-8859-1 that no ECI names: when it comes back, every character of the text is one byte of the code
    private static final String ONE_CHARACTER_A_BYTE = "ISO8859-1";
    private static final Pattern BYTES = Pattern.compile("[\\x00-\\xFF]+");
    private static final int SMALLEST = 21;

    static {
        BoofConcurrency.USE_CONCURRENT = false; // the kiosk has two cores and one of them draws the screen
    }

    private final QrCodePreciseDetector<GrayU8> detector;
    private boolean sawCorner;

    BoofEngine() {
        var settings = new ConfigQrCode();
        settings.forceEncoding = ONE_CHARACTER_A_BYTE;
        this.detector = FactoryFiducial.qrcode(settings, GrayU8.class);
    }

    Optional<String> read(GrayImage image) {
        if (image.width() < SMALLEST || image.height() < SMALLEST) {
            return Optional.empty();
        }
        try {
            detector.process(view(image));
            sawCorner |= detector.getDetectPositionPatterns().getPositionPatterns().size > 0;
            return detector.getDetections().stream().map(BoofEngine::text).findFirst();
        } catch (RuntimeException e) {
            return Optional.empty(); // a picture is hostile input: a decoder that trips over it has not read it
        }
    }

    /// Whether anything in the pictures since [#forget] looked like the corner of a code.
    boolean sawCorner() {
        return sawCorner;
    }

    void forget() {
        sawCorner = false;
    }

    private static GrayU8 view(GrayImage image) {
        var view = new GrayU8();
        view.data = image.pixels();
        view.width = image.width();
        view.height = image.height();
        view.stride = image.width();
        return view;
    }

    private static String text(QrCode code) {
        if (!ONE_CHARACTER_A_BYTE.equals(code.byteEncoding)) {
            return code.message;
        }
        return BYTES.matcher(code.message)
                .replaceAll(run ->
                        Matcher.quoteReplacement(CodeText.decode(run.group().getBytes(StandardCharsets.ISO_8859_1))));
    }
}
