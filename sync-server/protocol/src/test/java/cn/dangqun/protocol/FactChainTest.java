package cn.dangqun.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FactChainTest {
    private static final KioskId KIOSK = new KioskId("kiosk-1");
    private static final Epoch EPOCH = new Epoch("00112233445566778899aabbccddeeff");

    @Test
    void startsFromKioskAndEpoch() {
        // printf 'dangqun fact chain 1\nkiosk-1\n00112233445566778899aabbccddeeff' | sha256sum
        assertEquals(
                "155e2d55f90fedf61d9d038cedeaf1a26fde273f85e8e105ce9e8917ffe2cc27",
                HexFormat.of().formatHex(FactChain.genesis(KIOSK, EPOCH)));
    }

    @Test
    void hashesThePreviousHashAndTheRecord() {
        var zero = new byte[FactChain.HASH_BYTES];

        // (head -c 32 /dev/zero; printf abc) | sha256sum
        assertEquals(
                "365aa7d8f7f9402c4b9434502b4cc89ddb09fe50d7cd95b493b834c62d5a5370",
                HexFormat.of().formatHex(FactChain.next(zero, new byte[] {'a', 'b', 'c'})));
    }

    @Test
    void givesEveryLedgerItsOwnStart() {
        var other = FactChain.genesis(new KioskId("kiosk-2"), EPOCH);

        assertFalse(Arrays.equals(FactChain.genesis(KIOSK, EPOCH), other));
    }

    @Test
    void refusesAPreviousHashOfAnotherLength() {
        assertThrows(IllegalArgumentException.class, () -> FactChain.next(new byte[31], new byte[1]));
    }
}
