package cn.dangqun.bench.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThemeDayTest {
    @Test
    void warnsOfADayThatSaysLittleAboutADistrict() {
        assertTrue(ThemeDay.warning(3, 200_000).orElseThrow().contains("--kiosks 30 --members 20000"));
        assertTrue(ThemeDay.warning(300, 1_000).isPresent());
        assertEquals(Optional.empty(), ThemeDay.warning(30, 20_000));
    }
}
