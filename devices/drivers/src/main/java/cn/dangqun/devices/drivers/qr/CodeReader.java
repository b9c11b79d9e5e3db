package cn.dangqun.devices.drivers.qr;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The QR decoder of the product, for stills and frames alike. Fast attempts come first; each further one costs time
/// only where all before it failed. Keeps working memory: one instance a thread.
public final class CodeReader {
    private static final int SMALL = 800;
    /// White space, and what goods and logistics codes put between their fields
    private static final String PRINTED_CONTROLS = "\t\n\r\u0004\u001C\u001D\u001E\u001F";

    private final ZxingEngine zxing = new ZxingEngine();
    private final BoofEngine boof = new BoofEngine();
    private final Attempt glance = firstOf(zxing::byNeighbourhood, zxing::inverted);
    private final Attempt look = firstOf(boof::read, image -> boof.read(Retouch.halved(image)));
    private final Attempt study = firstOf(
            zxing::byHistogram,
            image -> zxing.byNeighbourhood(Retouch.halved(image)),
            image -> zxing.byNeighbourhood(Retouch.sharpened(Retouch.halved(image))),
            image -> boof.read(Retouch.sharpened(Retouch.halved(image))),
            ifWorthIt(image -> boof.read(Retouch.sharpened(image))),
            ifWorthIt(image -> boof.read(Retouch.inverted(image))),
            ifSmall(image -> zxing.byNeighbourhood(Retouch.rotated(image, 22.5))),
            ifSmall(image -> zxing.byNeighbourhood(Retouch.doubled(image))),
            ifSmall(image -> boof.read(Retouch.doubled(image))));

    /// The text of a code in the picture. Empty when none is found with that effort; never throws for any picture.
    public Optional<String> read(GrayImage image, Effort effort) {
        return switch (effort) {
            case GLANCE -> glance.apply(image);
            case LOOK -> read(image, Effort.GLANCE).or(() -> look.apply(image));
            case STUDY -> {
                boof.forget();
                yield read(image, Effort.LOOK).or(() -> study.apply(image));
            }
        };
    }

    /// Many attempts at noise may end in a code that nobody drew: such a text shows by its characters.
    private static boolean isText(String text) {
        return !text.isEmpty() && text.chars().noneMatch(CodeReader::isNoise);
    }

    private static boolean isNoise(int character) {
        return character == 0xFFFD || (Character.isISOControl(character) && PRINTED_CONTROLS.indexOf(character) < 0);
    }

    private interface Attempt extends Function<GrayImage, Optional<String>> {}

    private static Attempt firstOf(Attempt... attempts) {
        return image -> Stream.of(attempts)
                .map(attempt -> attempt.apply(image))
                .flatMap(Optional::stream)
                .filter(CodeReader::isText)
                .findFirst();
    }

    /// A large picture costs tens of milliseconds: where nothing looked like the corner of a code, none of it is there.
    private Attempt ifWorthIt(Attempt attempt) {
        return image -> isSmall(image) || boof.sawCorner() ? attempt.apply(image) : Optional.empty();
    }

    private static boolean isSmall(GrayImage image) {
        return image.width() <= SMALL && image.height() <= SMALL;
    }

    private static Attempt ifSmall(Attempt attempt) {
        return image -> isSmall(image) ? attempt.apply(image) : Optional.empty();
    }
}
