package cn.dangqun.server.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The drawing process: opens one file that somebody brought, and nothing else, under a small heap of its own.
/// Whatever that file does to it, the server goes on.
///
/// Arguments: the file, the folder for `1.jpg`, `2.jpg` …, how many there may be, and for a square its side. Ends
/// with 0, with the code of a [PictureFault], or anyhow.
public final class DrawingMain {
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    /// Readers look so far for the signature
    private static final int PREAMBLE = 1024;

    private DrawingMain() {}

    public static void main(String[] arguments) {
        int most = Integer.parseInt(arguments[2]);
        int side = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 0;
        System.exit(run(Path.of(arguments[0]), Path.of(arguments[1]), most, side));
    }

    private static int run(Path file, Path folder, int most, int side) {
        try {
            int number = 0;
            for (var drawing : side > 0 ? List.of(Pictures.square(file, side)) : draw(file, most)) {
                Files.write(folder.resolve(++number + ".jpg"), drawing.jpeg().toByteArray());
                Files.writeString(folder.resolve(number + ".size"), drawing.width() + " " + drawing.height());
            }
            return 0;
        } catch (UnfitPictureException e) {
            return e.fault().code();
        } catch (IOException | RuntimeException broken) {
            // the top of this process: readers throw anything at what was made to hurt them
            return PictureFault.BROKEN.code();
        }
    }

    static List<Drawing> draw(Path file, int most) throws IOException, UnfitPictureException {
        return isPdf(file) ? PdfPages.draw(file, most) : List.of(Pictures.draw(file));
    }

    private static boolean isPdf(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var head = new String(in.readNBytes(PREAMBLE), StandardCharsets.ISO_8859_1);
            return head.contains(new String(PDF, StandardCharsets.ISO_8859_1));
        }
    }
}
