package cn.dangqun.devices.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class UidRuleTest {
    @Test
    void acceptsTheFullLengthsOfTheStandardsOnly() {
        for (int length = 0; length < 64; length++) {
            var uid = new byte[length];
            for (int i = 0; i < length; i++) {
                uid[i] = (byte) i;
            }

            var isFull = length == 7 || length == 8 || length == 10;

            assertEquals(isFull, UidRule.objection(uid).isEmpty(), length + " bytes");
        }
    }

    @Test
    void refusesAConstantOfAnyLength() {
        assertEquals(
                DeviceFault.Kind.CARD_WITHOUT_IDENTITY,
                UidRule.objection(new byte[7]).orElseThrow().kind());
    }
}
