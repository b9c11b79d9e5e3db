package cn.dangqun.devices.drivers.printer;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.transport.ByteTransport;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

/// The conversation with a printer over one open line. Used by the printer's thread only.
final class EscPosSession {
    private static final Duration QUIET = Duration.ofMillis(20);
    private static final Duration ASK_AGAIN = Duration.ofMillis(500);
    private static final int NOISE_MAX = 256;
    private static final int NOTHING = -1;
    // 72 bytes a row, 8 rows a millimetre, 50 mm a second
    private static final int SLOW_BYTES_A_SECOND = 28_800;

    private final ByteTransport line;
    private final Patience patience;
    private final byte[] single = new byte[1];
    private Answers answers;

    /// `reply`: for one status answer; `transfer`: for data to be taken while nothing moves; `printing`: from the last
    /// byte until the printer has worked it off.
    record Patience(Duration reply, Duration transfer, Duration printing) {}

    EscPosSession(ByteTransport line, Patience patience) {
        this(line, patience, Answers.BOTH);
    }

    EscPosSession(ByteTransport line, Patience patience, Answers answers) {
        this.line = line;
        this.patience = patience;
        this.answers = answers;
    }

    /// From now on as the printer has shown that it answers.
    void learn(Answers shown) {
        answers = shown;
    }

    Answers answers() {
        return answers;
    }

    /// Whether it answers `GS r` with nothing to print.
    boolean reports() throws DeviceException, InterruptedException {
        line.write(EscPos.resynchronise(), patience.transfer());
        dropUnasked();
        line.write(EscPos.reportWhenPrinted(), patience.transfer());
        return sawPrintedReport(System.nanoTime() + patience.reply().toNanos());
    }

    /// Asks all four questions. What came unasked before is dropped: drawings may contain the bytes of a question, and
    /// printers answer those too.
    ///
    /// @throws DeviceException NO_ANSWER when mute, GARBLED when it sends something else, DISCONNECTED
    PrinterStatus status() throws DeviceException, InterruptedException {
        dropUnasked();
        var conditions = EnumSet.noneOf(PrinterCondition.class);
        if (!answers.status()) {
            return new PrinterStatus(conditions);
        }
        for (var query : StatusQuery.values()) {
            line.write(query.command(), patience.transfer());
            conditions.addAll(query.conditions(statusOctet()));
        }
        return new PrinterStatus(conditions);
    }

    /// Brings the printer to its command level; cuts off what an unfinished job left on the paper.
    void start(boolean unfinishedPaper) throws DeviceException, InterruptedException {
        line.write(EscPos.resynchronise(), patience.transfer());
        if (unfinishedPaper) {
            line.write(EscPos.cut(), patience.transfer());
        }
    }

    /// Sends a drawing; returns whether the printer has confirmed that it is on paper, without a fault. False when it
    /// works and does not say so.
    ///
    /// @throws DeviceException when it failed or may have
    boolean print(List<byte[]> bands) throws DeviceException, InterruptedException {
        long bytes = 0;
        for (var band : bands) {
            bytes += band.length;
            line.write(band, patience.transfer());
            if (answers.status()) {
                line.write(StatusQuery.PRINTER.command(), patience.transfer());
                if (StatusQuery.PRINTER.conditions(statusOctet()).contains(PrinterCondition.OFFLINE)) {
                    requireReady();
                }
            }
        }
        line.write(EscPos.cut(), patience.transfer());
        dropUnasked(); // a late answer to the last ticket must not confirm this one
        boolean confirmed = answers.report() && awaitPrinted(worked(bytes));
        requireReady();
        return confirmed;
    }

    /// How long a slow print head takes for so much, at the most what is waited for at all.
    private Duration worked(long bytes) {
        var slow = Duration.ofSeconds(1).plusMillis(bytes * 1000 / SLOW_BYTES_A_SECOND);
        return slow.compareTo(patience.printing()) < 0 ? slow : patience.printing();
    }

    private boolean awaitPrinted(Duration worked) throws DeviceException, InterruptedException {
        long begun = System.nanoTime();
        long end = begun + patience.printing().toNanos();
        do {
            line.write(EscPos.reportWhenPrinted(), patience.transfer());
            if (sawPrintedReport(end)) {
                answers = answers == Answers.STATUS ? Answers.BOTH : answers;
                return true;
            }
            requireReady();
            if (answers == Answers.STATUS && System.nanoTime() - begun > worked.toNanos()) {
                return true;
            }
        } while (System.nanoTime() - end < 0);
        return false;
    }

    /// Passes over late answers to status questions.
    private boolean sawPrintedReport(long end) throws DeviceException, InterruptedException {
        int octet = next(ASK_AGAIN);
        while (octet != NOTHING && System.nanoTime() - end < 0) {
            if (EscPos.isPrintedReport(octet)) {
                return true;
            }
            octet = next(ASK_AGAIN);
        }
        return false;
    }

    private void requireReady() throws DeviceException, InterruptedException {
        var fault = status().fault();
        if (fault.isPresent()) {
            throw new DeviceException(fault.get().kind(), fault.get().detail());
        }
    }

    private int statusOctet() throws DeviceException, InterruptedException {
        int noise = 0;
        int octet = next(patience.reply());
        while (octet != NOTHING && noise < NOISE_MAX) {
            if (StatusQuery.isAnswer(octet)) {
                return octet;
            }
            noise++;
            octet = next(patience.reply());
        }
        throw noise == 0
                ? new DeviceException(Kind.NO_ANSWER, "the printer does not answer the status question")
                : new DeviceException(Kind.GARBLED, "the printer sent " + noise + " bytes that are not a status");
    }

    private void dropUnasked() throws DeviceException, InterruptedException {
        long end = System.nanoTime() + patience.reply().toNanos();
        while (next(QUIET) != NOTHING) {
            if (System.nanoTime() - end > 0) {
                throw new DeviceException(Kind.GARBLED, "the printer does not stop sending");
            }
        }
    }

    /// The next byte, or [#NOTHING].
    private int next(Duration patience) throws DeviceException, InterruptedException {
        return line.read(single, patience) == 0 ? NOTHING : single[0] & 0xFF;
    }
}
