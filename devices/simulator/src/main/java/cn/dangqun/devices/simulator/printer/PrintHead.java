package cn.dangqun.devices.simulator.printer;

import java.util.BitSet;

/// Takes bytes from the printer's buffer in order and does what they say. An unknown command is noted, since it would
/// print rubbish on a real printer. One thread.
final class PrintHead {
    private final SimulatedPrinter printer;

    PrintHead(SimulatedPrinter printer) {
        this.printer = printer;
    }

    /// Works for ever; ends by interrupt.
    void work() throws InterruptedException {
        while (true) {
            int octet = next();
            switch (octet) {
                case 0x00, 0x0D -> {}
                case 0x0A -> feed(30);
                case 0x10 -> realTimeCommand();
                case 0x1B -> escape();
                case 0x1D -> group();
                default -> printer.note("text byte " + Integer.toHexString(octet));
            }
        }
    }

    private int next() throws InterruptedException {
        return printer.nextBuffered();
    }

    /// Was answered when it arrived; only its length matters here.
    private void realTimeCommand() throws InterruptedException {
        int kind = next();
        next();
        if (kind != 0x04 && kind != 0x05) {
            printer.note("DLE " + Integer.toHexString(kind));
        }
    }

    private void escape() throws InterruptedException {
        int command = next();
        switch (command) {
            case '@' -> {}
            case 'J' -> feed(next());
            case 'd' -> feed(30 * next());
            case 'a' -> next();
            default -> printer.note("ESC " + Integer.toHexString(command));
        }
    }

    private void group() throws InterruptedException {
        int command = next();
        switch (command) {
            case 'V' -> cut();
            case 'v' -> raster();
            case 'a' -> next();
            case 'r' -> {
                next();
                printer.answerReport();
            }
            default -> printer.note("GS " + Integer.toHexString(command));
        }
    }

    private void cut() throws InterruptedException {
        int mode = next();
        printer.cut(mode >= 65 ? next() : 0);
    }

    private void feed(int rows) throws InterruptedException {
        for (int i = 0; i < rows; i++) {
            printer.print(new BitSet());
        }
    }

    private void raster() throws InterruptedException {
        int form = next();
        int mode = next();
        int bytesPerRow = next() | next() << 8;
        int rows = next() | next() << 8;
        if (form != '0' || mode != 0) {
            printer.note("GS v form " + form + " mode " + mode);
        }
        for (int y = 0; y < rows; y++) {
            var dots = new BitSet(bytesPerRow * 8);
            for (int i = 0; i < bytesPerRow; i++) {
                int octet = next();
                for (int bit = 0; bit < 8; bit++) {
                    dots.set(i * 8 + bit, (octet & 0x80 >> bit) != 0);
                }
            }
            printer.print(dots);
        }
    }
}
