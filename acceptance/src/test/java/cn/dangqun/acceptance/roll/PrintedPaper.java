package cn.dangqun.acceptance.roll;

import cn.dangqun.kiosk.print.PaperOffer;
import cn.dangqun.papers.Papers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A form as it comes out of the printer, read by another program.
record PrintedPaper(String text) {
    /// Lays the form out as PDF and reads it with poppler.
    static PrintedPaper of(PaperOffer.Sheet sheet, Papers papers, Path folder) throws Exception {
        var file = Files.createTempFile(folder, "paper", ".pdf");
        try (var out = Files.newOutputStream(file)) {
            papers.write(sheet.papers().get(), out);
        }
        var reading = new ProcessBuilder("pdftotext", "-layout", file.toString(), "-")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var text = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (reading.waitFor() != 0) {
            throw new IOException("poppler cannot read " + file);
        }
        return new PrintedPaper(text);
    }
}
