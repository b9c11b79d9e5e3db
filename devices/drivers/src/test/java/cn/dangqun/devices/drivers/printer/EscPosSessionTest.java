package cn.dangqun.devices.drivers.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.drivers.line.TcpLine;
import cn.dangqun.devices.simulator.printer.SimulatedPrinter;
import cn.dangqun.devices.transport.ByteTransport;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class EscPosSessionTest {
    private static final EscPosSession.Patience SHORT =
            new EscPosSession.Patience(Duration.ofMillis(10), Duration.ofMillis(200), Duration.ofMillis(50));
    private static final List<byte[]> ONE_BAND = List.of(new byte[] {1, 2, 3, 4});

    private static Kind faultOf(ByteTransport line) {
        var session = new EscPosSession(line, SHORT);
        return assertThrows(DeviceException.class, () -> session.print(ONE_BAND))
                .fault()
                .kind();
    }

    @Test
    void doubtsATicketWhenThePrinterFallsSilentAfterTheData() {
        assertEquals(Kind.NO_ANSWER, faultOf(ScriptedLine.idleFor(1)));
    }

    @Test
    void doubtsATicketThePrinterIsIdleAfterButDoesNotConfirm() throws Exception {
        var hurried = new EscPosSession.Patience(SHORT.reply(), SHORT.transfer(), Duration.ofMillis(1));

        assertFalse(new EscPosSession(ScriptedLine.idleFor(100_000), hurried).print(ONE_BAND));
    }

    @Test
    void doubtsATicketWhenTheLineBreaksInTheMiddle() {
        assertEquals(Kind.DISCONNECTED, faultOf(ScriptedLine.idleFor(9).lostAfter(2)));
    }

    @Test
    void doubtsATicketWhenPaperHasRunOutByTheTimeItIsConfirmed() {
        var idle = new byte[] {0x12};
        var line = new ScriptedLine(
                List.of(idle, new byte[] {0x0C}, new byte[] {0x1A}, new byte[] {0x32}, idle, new byte[] {0x7E}));

        assertEquals(Kind.PAPER_OUT, faultOf(line));
    }

    @Test
    void doubtsATicketThatOnlyALateAnswerToTheOneBeforeConfirms() {
        var idle = new byte[] {0x12};
        var late = new byte[] {0x12, 0x00};
        var nothing = new byte[0];

        assertEquals(Kind.NO_ANSWER, faultOf(new ScriptedLine(List.of(late, nothing, idle, idle, idle, idle))));
    }

    @Test
    void takesTheConfirmationOfAPrinterThatAnswersInAnyOrder() throws Exception {
        var idle = new byte[] {0x12};
        var lateStatusFirst = new byte[] {0x12, 0x16, 0x0F};
        var reportAmongTheStatus = new byte[] {0x0F, 0x12};
        var line = new ScriptedLine(List.of(idle, lateStatusFirst, reportAmongTheStatus, idle, idle, idle));

        new EscPosSession(line, SHORT).print(ONE_BAND);

        assertEquals(0, line.read(new byte[1], Duration.ZERO));
    }

    @Test
    void givesUpOnAPrinterThatNeverStopsSending() {
        assertEquals(Kind.GARBLED, faultOf(new ScriptedLine(List.of()).babbling()));
    }

    @Test
    void callsNoiseGarbledAndSilenceNoAnswer() {
        var noisy = new EscPosSession(new ScriptedLine(List.of(new byte[] {0x55, 0x55})), SHORT);
        var silent = new EscPosSession(new ScriptedLine(List.of()), SHORT);

        assertEquals(
                Kind.GARBLED,
                assertThrows(DeviceException.class, noisy::status).fault().kind());
        assertEquals(
                Kind.NO_ANSWER,
                assertThrows(DeviceException.class, silent::status).fault().kind());
    }

    @Test
    void readsItsAnswersThroughFlowControlBytes() throws Exception {
        var answer = new byte[] {0x11, 0x13, 0x12};
        var session = new EscPosSession(new ScriptedLine(List.of(answer, answer, answer, answer)), SHORT);

        assertEquals(new PrinterStatus(Set.of()), session.status());
    }

    @Test
    void isNotMisledByQuestionsHiddenInAPicture() throws Exception {
        var drawing = pictureFullOfQuestions();
        try (var printer = SimulatedPrinter.start(0, Optional.empty());
                var line = TcpLine.open("127.0.0.1", printer.port(), Duration.ofSeconds(5))) {
            printer.nearEnd(true);
            var session = new EscPosSession(line, RunningPrinter.PATIENCE);

            session.print(EscPos.bands(drawing));

            assertEquals(0, Tickets.differingDots(drawing, printer.tickets().getFirst()));
            assertTrue(session.status().isPaperNearEnd());
        }
    }

    /// Every row holds `DLE EOT 1` to `DLE EOT 4` as dots.
    private static BufferedImage pictureFullOfQuestions() {
        byte[] questions = {0x10, 4, 1, 0x10, 4, 2, 0x10, 4, 3, 0x10, 4, 4};
        var picture = new BufferedImage(EscPos.DOTS_PER_LINE, 100, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                boolean dark = x / 8 < questions.length && (questions[x / 8] & 0x80 >> x % 8) != 0;
                picture.setRGB(x, y, dark ? Color.BLACK.getRGB() : Color.WHITE.getRGB());
            }
        }
        return picture;
    }
}
