package cn.dangqun.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a program that knows nothing of ours reads in a file: Debian's poppler-utils.
record Poppler(Path pdf) {
    private static final Pattern WORD = Pattern.compile(
            "<word xMin=\"([-0-9.]+)\" yMin=\"([-0-9.]+)\" xMax=\"([-0-9.]+)\" yMax=\"([-0-9.]+)\">([^<]*)</word>");

    record Word(double left, double top, double right, double bottom, String text) {}

    static Poppler of(Path directory, Paper paper) throws IOException {
        var pdf = Files.createTempFile(directory, "paper", ".pdf");
        try (var out = Files.newOutputStream(pdf)) {
            Papers.withDebiansFont().write(paper, out);
        }
        return new Poppler(pdf);
    }

    String text() throws IOException {
        return run("pdftotext", "-layout", pdf.toString(), "-");
    }

    List<String> pages() throws IOException {
        return List.of(text().split("\f", -1)).stream()
                .filter(page -> !page.isBlank())
                .toList();
    }

    List<Word> words() throws IOException {
        var words = new ArrayList<Word>();
        var matcher = WORD.matcher(run("pdftotext", "-bbox", pdf.toString(), "-"));
        while (matcher.find()) {
            words.add(new Word(
                    Double.parseDouble(matcher.group(1)),
                    Double.parseDouble(matcher.group(2)),
                    Double.parseDouble(matcher.group(3)),
                    Double.parseDouble(matcher.group(4)),
                    matcher.group(5)));
        }
        return words;
    }

    String properties() throws IOException {
        return run("pdfinfo", pdf.toString());
    }

    String fonts() throws IOException {
        return run("pdffonts", pdf.toString());
    }

    /// Grey values of a page, line by line from the top, at 72 dots an inch.
    Picture picture(int page) throws IOException {
        var number = Integer.toString(page);
        run("pdftoppm", "-r", "72", "-gray", "-f", number, "-l", number, "-singlefile", pdf.toString(), pdf + "-page");
        return Picture.read(Path.of(pdf + "-page.pgm"));
    }

    private static String run(String... command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertEquals(0, process.waitFor(), said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return said;
    }
}
