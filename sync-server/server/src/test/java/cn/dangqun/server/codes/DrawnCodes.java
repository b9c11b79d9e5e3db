package cn.dangqun.server.codes;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the codes of a printed sheet's page from what it draws.
public final class DrawnCodes {
    private static final Pattern CODE = Pattern.compile("viewBox=\"-4 -4 (\\d+) \\d+\"[^>]*><path d=\"([^\"]+)\"");
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");

    private DrawnCodes() {}

    public static List<String> of(String page) {
        return CODE.matcher(page)
                .results()
                .map(code -> text(Integer.parseInt(code.group(1)) - 8, code.group(2)))
                .toList();
    }

    public static String text(int side, String path) {
        var modules = new BitMatrix(side);
        RUN.matcher(path).results().forEach(run -> {
            for (int i = 0; i < Integer.parseInt(run.group(3)); i++) {
                modules.set(Integer.parseInt(run.group(1)) + i, Integer.parseInt(run.group(2)));
            }
        });
        try {
            return new Decoder().decode(modules).getText();
        } catch (ChecksumException | FormatException e) {
            throw new AssertionError("not a QR code", e);
        }
    }
}
