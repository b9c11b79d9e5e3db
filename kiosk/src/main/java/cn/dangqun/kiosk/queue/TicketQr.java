package cn.dangqun.kiosk.queue;

import cn.dangqun.devices.api.TicketCode;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/// The code of a ticket or a receipt. Holds the kiosk's own words only; nothing is read with it.
public final class TicketQr {
    private final ByteMatrix modules;

    private TicketQr(ByteMatrix modules) {
        this.modules = modules;
    }

    public static TicketQr of(String text) {
        try {
            var hints = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
            return new TicketQr(
                    Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("no code holds this text", e);
        }
    }

    int side() {
        return modules.getWidth();
    }

    /// For the printer.
    public TicketCode code() {
        var dark = new boolean[side()][side()];
        for (int y = 0; y < side(); y++) {
            for (int x = 0; x < side(); x++) {
                dark[y][x] = isDark(x, y);
            }
        }
        return TicketCode.of(dark);
    }

    private boolean isDark(int x, int y) {
        return x < side() && modules.get(x, y) != 0;
    }

    /// For the screen: one rectangle a run of dark modules, on a grid of one unit a module.
    String path() {
        var path = new StringBuilder();
        for (int y = 0; y < side(); y++) {
            int x = 0;
            while (x < side()) {
                int end = x;
                while (isDark(end, y)) {
                    end++;
                }
                if (end > x) {
                    path.append("M%d %dh%dv1h-%dz".formatted(x, y, end - x, end - x));
                }
                x = end + 1;
            }
        }
        return path.toString();
    }
}
