package cn.dangqun.devices.drivers.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.drivers.paper.IppRequest.Operation;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class IppResponseTest {
    /// Version 2.0, successful-ok, request 1; charset; a printer that is idle, with two reasons; end.
    private static final byte[] ANSWER = HexFormat.of()
            .parseHex("0200" + "0000" + "00000001"
                    + "01" + "47" + "0012" + "617474726962757465732d63686172736574" + "0005" + "7574662d38"
                    + "04" + "23" + "000d" + "7072696e7465722d7374617465" + "0004" + "00000003"
                    + "44" + "0015" + "7072696e7465722d73746174652d726561736f6e73" + "0004" + "6e6f6e65"
                    + "44" + "0000" + "0005" + "6f74686572"
                    + "03");

    @Test
    void readsNumbersWordsAndFurtherValues() throws Exception {
        var answer = IppResponse.parse(ANSWER);

        assertTrue(answer.isSuccess());
        assertEquals(3, answer.number("printer-state"));
        assertEquals(List.of("none", "other"), answer.all("printer-state-reasons"));
        assertEquals(-1, answer.number("job-id"));
    }

    @Test
    void everyAnswerCutShortIsGarbled() {
        for (int length = 0; length < ANSWER.length; length++) {
            var cut = Arrays.copyOf(ANSWER, length);

            var thrown = assertThrows(DeviceException.class, () -> IppResponse.parse(cut));
            assertEquals(Kind.GARBLED, thrown.fault().kind());
        }
    }

    @Property(tries = 500)
    void noBytesBreakTheReader(@ForAll @Size(max = 300) byte[] bytes) {
        try {
            assertTrue(IppResponse.parse(bytes).status() >= 0);
        } catch (DeviceException e) {
            assertEquals(Kind.GARBLED, e.fault().kind());
        }
    }

    @Test
    void asksInTheBytesOfTheStandard() {
        var request = new IppRequest(Operation.GET_JOB_ATTRIBUTES, 7, "ipp://h/p", "u")
                .integer("job-id", 17)
                .keyword("requested-attributes", "job-state", "job-name");

        assertEquals(
                "0200" + "0009" + "00000007" + "01"
                        + "47" + "0012" + "617474726962757465732d63686172736574" + "0005" + "7574662d38"
                        + "48" + "001b" + "617474726962757465732d6e61747572616c2d6c616e6775616765" + "0005"
                        + "7a682d636e"
                        + "45" + "000b" + "7072696e7465722d757269" + "0009" + "6970703a2f2f682f70"
                        + "42" + "0014" + "72657175657374696e672d757365722d6e616d65" + "0001" + "75"
                        + "21" + "0006" + "6a6f622d6964" + "0004" + "00000011"
                        + "44" + "0014" + "7265717565737465642d61747472696275746573" + "0009" + "6a6f622d7374617465"
                        + "44" + "0000" + "0008" + "6a6f622d6e616d65"
                        + "03",
                HexFormat.of().formatHex(request.bytes()));
    }
}
