package cn.dangqun.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TroubleCodeTest {
    @Test
    void isTheSameForTheSameFaultAtTheSamePlace() {
        assertEquals(TroubleCode.of(fault("one message")), TroubleCode.of(fault("another message")));
        assertNotEquals(TroubleCode.of(fault("")), TroubleCode.of(new IllegalArgumentException()));
    }

    @Test
    void isShortEnoughToBeReadAloud() {
        assertTrue(TroubleCode.of(fault("")).matches("K-[0-9A-F]{4}"));
    }

    private static IllegalStateException fault(String message) {
        return new IllegalStateException(message);
    }
}
