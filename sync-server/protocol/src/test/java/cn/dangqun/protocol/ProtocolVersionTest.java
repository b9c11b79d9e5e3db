package cn.dangqun.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.protocol.ProtocolVersion.Agreement;
import cn.dangqun.protocol.wire.Hello;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolVersionTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1, Agreed[version=1]",
        "1, 10, Agreed[version=9]",
        "2, 2, Agreed[version=2]",
        "3, 4, Agreed[version=4]",
        "5, 6, Agreed[version=6]",
        "6, 9, Agreed[version=9]",
        "10, 11, PeerTooNew[]",
        "0, 0, PeerTooOld[]",
        "3, 1, PeerTooOld[]"
    })
    void usesTheNewestVersionBothSpeak(int oldest, int newest, String expected) {
        Agreement agreement = ProtocolVersion.agree(Hello.newBuilder()
                .setProtocolOldest(oldest)
                .setProtocolNewest(newest)
                .build());

        assertEquals(expected, agreement.toString());
    }
}
