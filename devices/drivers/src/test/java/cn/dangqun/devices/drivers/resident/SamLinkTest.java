package cn.dangqun.devices.drivers.resident;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.recording.SessionStep;
import cn.dangqun.devices.simulator.replay.ReplayedLine;
import cn.dangqun.devices.simulator.resident.SamSimulator;
import cn.dangqun.devices.simulator.resident.SampleIdCard;
import cn.dangqun.devices.transport.ByteTransport;
import cn.dangqun.domain.credential.MacCardKeyer;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamLinkTest {
    private static final String FOUND = hex(SamSimulator.frame(0x9F, new byte[4]));
    private static final String NONE_FOUND = hex(SamSimulator.frame(0x80));
    private static final String SELECTED = hex(SamSimulator.frame(0x90, new byte[8]));
    private static final String READ_FAILED = hex(SamSimulator.frame(0x41));
    private static final String READ = hex(SamSimulator.frame(0x90, text(SampleIdCard.resident())));

    @Test
    void takesOnlyTheAnswerThatFitsTheCommand() throws Exception {
        assertEquals(
                SamStatus.OK,
                ask(SamCommand.STATUS, FOUND, SELECTED, hex(SamSimulator.frame(0x90)))
                        .status());
        assertEquals(
                SamStatus.FOUND,
                ask(SamCommand.FIND, READ_FAILED, SELECTED, FOUND).status());
        assertEquals(8, ask(SamCommand.SELECT, FOUND, NONE_FOUND, SELECTED).data().length);
        assertEquals(260, ask(SamCommand.READ, SELECTED, NONE_FOUND, READ).data().length);
    }

    @Test
    void sendsADamagedCommandAgain() throws Exception {
        var command = new SessionStep.Sent(hex(SamCommand.FIND.frame()));
        var damaged = new SessionStep.Received(hex(SamSimulator.frame(0x10)));
        var line = new ReplayedLine(
                List.of(command, damaged, command, damaged, command, new SessionStep.Received(NONE_FOUND)));

        assertEquals(
                SamStatus.NONE_FOUND, new SamLink(line).ask(SamCommand.FIND).status());
    }

    @Test
    void leavesNothingOfACardInItsBuffer() throws Exception {
        var line = new RememberingLine(new ReplayedLine(List.of(
                sent(SamCommand.FIND), received(FOUND),
                sent(SamCommand.SELECT), received(SELECTED),
                sent(SamCommand.READ), received(READ))));

        var result = new SamCard(new SamLink(line), new MacCardKeyer(new byte[32]), Clock.systemUTC()).look();

        assertInstanceOf(SamCard.Read.class, result);
        assertNotNull(line.buffer);
        assertArrayEquals(new byte[line.buffer.length], line.buffer);
    }

    private static SamReply ask(SamCommand command, String... answers) throws Exception {
        var line = new ReplayedLine(List.of(sent(command), received(String.join("", answers))));
        return new SamLink(line).askOnce(command).orElseThrow();
    }

    private static SessionStep sent(SamCommand command) {
        return new SessionStep.Sent(hex(command.frame()));
    }

    private static SessionStep received(String hex) {
        return new SessionStep.Received(hex);
    }

    private static byte[] text(SampleIdCard card) {
        var data = new byte[260];
        data[0] = 1;
        System.arraycopy(card.text(), 0, data, 4, 256);
        return data;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /// Keeps the buffer the link reads into.
    private static final class RememberingLine implements ByteTransport {
        private final ByteTransport line;
        private byte[] buffer;

        RememberingLine(ByteTransport line) {
            this.line = line;
        }

        @Override
        public int read(byte[] into, Duration patience) throws DeviceException, InterruptedException {
            buffer = into;
            return line.read(into, patience);
        }

        @Override
        public void write(byte[] bytes, Duration patience) throws DeviceException, InterruptedException {
            line.write(bytes, patience);
        }

        @Override
        public void close() {
            line.close();
        }
    }
}
