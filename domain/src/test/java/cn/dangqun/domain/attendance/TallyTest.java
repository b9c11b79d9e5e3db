package cn.dangqun.domain.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void everybodyMayBePresentOrNobodyDue() {
        assertEquals(3, new Tally(3, 3).present());
        assertEquals(0, new Tally(0, 0).due());
    }

    @Test
    void nobodyIsPresentWhoIsNotDue() {
        assertThrows(IllegalArgumentException.class, () -> new Tally(2, 3));
        assertThrows(IllegalArgumentException.class, () -> new Tally(-1, -1));
        assertThrows(IllegalArgumentException.class, () -> new Tally(2, -1));
    }
}
