package cn.dangqun.devices.drivers.printer;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The few ESC/POS commands this product sends, as bytes.
final class EscPos {
    /// Rows of one raster band. Small, so that a printer left in the middle of one is soon brought back.
    static final int BAND_ROWS = 48;

    static final int DOTS_PER_LINE = 576;
    static final int WIDEST = 832;
    private static final int BYTES_PER_ROW = WIDEST / 8;

    private static final int BAND_HEAD = 8;
    private static final int LONGEST_CONTROL = 4;

    private EscPos() {}

    /// Brings a printer to its command level wherever an earlier connection left it: zeros fill up an unfinished band
    /// and mean nothing otherwise; then initialise and switch automatic status off.
    static byte[] resynchronise() {
        var zeros = BYTES_PER_ROW * BAND_ROWS;
        var bytes = new byte[zeros + 5];
        System.arraycopy(new byte[] {0x1B, '@', 0x1D, 'a', 0}, 0, bytes, zeros, 5);
        return bytes;
    }

    /// Feeds to the cutter and cuts, leaving the last dots attached.
    static byte[] cut() {
        return new byte[] {0x1D, 'V', 66, 0};
    }

    /// Asks for the paper sensor in the order of printing: answered only when all before it has been printed.
    static byte[] reportWhenPrinted() {
        return new byte[] {0x1D, 'r', 1};
    }

    /// Tells an answer to [#reportWhenPrinted] from all else a printer sends.
    static boolean isPrintedReport(int octet) {
        return (octet & 0x90) == 0;
    }

    /// How many bytes at the start of a command of this class show nothing of a ticket.
    static int lengthWithoutPicture(byte[] command) {
        if (command.length <= LONGEST_CONTROL || Arrays.equals(command, resynchronise())) {
            return command.length;
        }
        boolean isBand = command[0] == 0x1D && command[1] == 'v' && command[2] == '0';
        return isBand ? Math.min(BAND_HEAD, command.length) : 0;
    }

    /// `GS v 0` bands; black prints. The drawing is as wide as the paper, in whole bytes.
    static List<byte[]> bands(BufferedImage drawing) {
        if (drawing.getWidth() % 8 != 0 || drawing.getWidth() > WIDEST) {
            throw new IllegalArgumentException("no printer is " + drawing.getWidth() + " dots wide");
        }
        var bands = new ArrayList<byte[]>();
        for (int top = 0; top < drawing.getHeight(); top += BAND_ROWS) {
            bands.add(band(drawing, top, Math.min(BAND_ROWS, drawing.getHeight() - top)));
        }
        return bands;
    }

    private static byte[] band(BufferedImage drawing, int top, int rows) {
        int bytesPerRow = drawing.getWidth() / 8;
        byte[] head = {0x1D, 'v', '0', 0, (byte) bytesPerRow, 0, (byte) rows, 0};
        var bytes = Arrays.copyOf(head, BAND_HEAD + rows * bytesPerRow);
        for (int y = 0; y < rows; y++) {
            int row = BAND_HEAD + y * bytesPerRow;
            for (int x = 0; x < drawing.getWidth(); x++) {
                if ((drawing.getRGB(x, top + y) & 0xFFFFFF) == 0) {
                    bytes[row + x / 8] |= (byte) (0x80 >> (x % 8));
                }
            }
        }
        return bytes;
    }
}
