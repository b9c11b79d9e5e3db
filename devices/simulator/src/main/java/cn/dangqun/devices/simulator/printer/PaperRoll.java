package cn.dangqun.devices.simulator.printer;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The paper: rows of dots printed since the last cut, and how much is left. Guarded by the [SimulatedPrinter].
final class PaperRoll {
    private final int width;
    private final List<BitSet> rows = new ArrayList<>();
    private int left = Integer.MAX_VALUE;

    PaperRoll(int width) {
        this.width = width;
    }

    boolean isOut() {
        return left <= 0;
    }

    int left() {
        return left;
    }

    void load(int rowsLeft) {
        left = rowsLeft;
    }

    void print(BitSet row) {
        rows.add(row);
        left--;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /// What hangs out of the printer now, `bottom` white rows added below.
    BufferedImage picture(int bottom) {
        var picture = new BufferedImage(width, Math.max(1, rows.size() + bottom), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < width; x++) {
                boolean dark = y < rows.size() && rows.get(y).get(x);
                picture.setRGB(x, y, dark ? Color.BLACK.getRGB() : Color.WHITE.getRGB());
            }
        }
        return picture;
    }

    BufferedImage cut(int feed) {
        var ticket = picture(feed);
        rows.clear();
        return ticket;
    }
}
