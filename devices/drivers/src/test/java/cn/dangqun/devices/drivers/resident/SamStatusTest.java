package cn.dangqun.devices.drivers.resident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.drivers.line.SerialLine;
import cn.dangqun.devices.drivers.line.SerialLine.FlowControl;
import cn.dangqun.devices.simulator.resident.Disturbance;
import cn.dangqun.devices.simulator.resident.SamSimulator;
import cn.dangqun.devices.simulator.resident.SamSimulator.Command;
import cn.dangqun.devices.simulator.resident.SampleIdCard;
import cn.dangqun.devices.simulator.serial.Pty;
import cn.dangqun.domain.credential.MacCardKeyer;
import java.time.Clock;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every status byte there can be, on a real serial port.
class SamStatusTest {
    private static final Set<Integer> OF_THE_DEVICE = Set.of(0x23, 0x60, 0x66);
    private static final int UNKNOWN_CARD_TYPE = 0x40;

    /// Not statuses of a failure; where they do not belong they are late answers, which other tests send.
    private static final Set<Integer> OF_SUCCESS = Set.of(0x90, 0x9F, 0x80);

    private Pty pty;
    private SamSimulator sam;
    private SerialLine line;
    private SamCard reader;

    @BeforeEach
    void open() throws Exception {
        pty = Pty.open();
        sam = SamSimulator.start(pty.input(), pty.output());
        sam.place(SampleIdCard.resident());
        line = SerialLine.open(pty.path().toString(), 115200, FlowControl.NONE);
        reader = new SamCard(new SamLink(line), new MacCardKeyer(new byte[32]), Clock.systemUTC());
    }

    @AfterEach
    void close() throws Exception {
        line.close();
        pty.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"SELECT", "READ"})
    void leadsToATypedFault(Command command) throws Exception {
        for (int code :
                IntStream.range(0, 256).filter(c -> !OF_SUCCESS.contains(c)).toArray()) {
            var status = new Disturbance.Status(code);
            int attempts = OF_THE_DEVICE.contains(code) || code == UNKNOWN_CARD_TYPE ? 1 : 3;
            sam.disturb(
                    command, IntStream.range(0, attempts).mapToObj(_ -> status).toArray(Disturbance[]::new));

            if (OF_THE_DEVICE.contains(code)) {
                var failure = assertThrows(DeviceException.class, reader::look);
                assertEquals(Kind.REFUSED, failure.fault().kind());
            } else {
                var refused = assertInstanceOf(SamCard.Refused.class, reader.look(), "status " + code);
                var kind = code == UNKNOWN_CARD_TYPE ? Kind.CARD_UNSUPPORTED : Kind.CARD_MOVED;
                assertEquals(kind, refused.fault().kind(), "status " + code);
            }
            assertInstanceOf(SamCard.Read.class, reader.look(), "after status " + code);
        }
    }
}
