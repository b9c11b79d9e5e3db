package cn.dangqun.devices.drivers.printer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Whatever a printer sends, the driver answers with a status or a typed fault, and stops reading.
final class StatusFuzzTest {
    private static final EscPosSession.Patience NO_PATIENCE =
            new EscPosSession.Patience(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(1));
    private static final EnumSet<Kind> EXPECTED =
            EnumSet.of(Kind.NO_ANSWER, Kind.GARBLED, Kind.PAPER_OUT, Kind.COVER_OPEN, Kind.REFUSED);

    @Property
    void everyOctetHasItsMeaning(@ForAll @IntRange(min = 0, max = 255) int octet, @ForAll StatusQuery query) {
        var conditions = query.conditions(octet);

        boolean saysNothing = (octet & ~0x12) == 0;
        assertTrue(!saysNothing || conditions.isEmpty());
        assertTrue(conditions.stream().allMatch(condition -> condition.isSaidBy(query, octet)));
    }

    @Property(tries = 2000)
    void anyReplyIsAStatusOrATypedFault(@ForAll @Size(max = 12) List<byte @Size(max = 300) []> replies)
            throws InterruptedException {
        var line = new ScriptedLine(replies);
        try {
            var status = new EscPosSession(line, NO_PATIENCE).status();
            assertTrue(status.fault().isEmpty()
                    || EXPECTED.contains(status.fault().get().kind()));
        } catch (DeviceException e) {
            assertTrue(EXPECTED.contains(e.fault().kind()), e.getMessage());
        }
    }

    @Property(tries = 2000)
    void aTicketIsConfirmedOnlyByAPrintedReport(@ForAll @Size(max = 30) List<byte @Size(max = 4) []> replies)
            throws InterruptedException {
        var line = new ScriptedLine(replies);
        try {
            new EscPosSession(line, NO_PATIENCE).print(List.of(new byte[8], new byte[8]));
            assertTrue(replies.stream().anyMatch(StatusFuzzTest::holdsPrintedReport));
        } catch (DeviceException e) {
            assertTrue(EXPECTED.contains(e.fault().kind()), e.getMessage());
        }
    }

    private static boolean holdsPrintedReport(byte[] reply) {
        for (byte octet : reply) {
            if (EscPos.isPrintedReport(octet & 0xFF)) {
                return true;
            }
        }
        return false;
    }
}
