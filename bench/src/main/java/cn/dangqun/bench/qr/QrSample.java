package cn.dangqun.bench.qr;

import cn.dangqun.devices.drivers.qr.GrayImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;

/// A picture and the text it holds: `NAME.txt` beside it in UTF-8, or `NAME.bin` in ISO-8859-1 as ZXing has it. Without
/// either it holds no code, and whatever is read from it is wrong.
record QrSample(Path file, GrayImage image, Optional<String> expected) {
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif");

    static List<QrSample> below(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            var pictures = files.filter(QrSample::isPicture).sorted().toList();
            var samples = new ArrayList<QrSample>();
            for (var picture : pictures) {
                samples.add(read(picture));
            }
            return List.copyOf(samples);
        }
    }

    boolean isRight(Optional<String> text) {
        return expected.isPresent() && text.equals(expected);
    }

    boolean isWrong(Optional<String> text) {
        return text.isPresent() && !text.equals(expected);
    }

    private static QrSample read(Path picture) throws IOException {
        var image = ImageIO.read(picture.toFile());
        if (image == null) {
            throw new IOException("no picture: " + picture);
        }
        var text = picture.resolveSibling(name(picture) + ".txt");
        var binary = picture.resolveSibling(name(picture) + ".bin");
        var expected = Files.exists(text)
                ? Optional.of(Files.readString(text))
                : Files.exists(binary)
                        ? Optional.of(Files.readString(binary, StandardCharsets.ISO_8859_1))
                        : Optional.<String>empty();
        return new QrSample(picture, GrayImage.of(image), expected);
    }

    private static boolean isPicture(Path file) {
        var name = file.getFileName().toString();
        return PICTURES.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static String name(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
