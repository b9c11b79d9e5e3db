package cn.dangqun.devices.drivers.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VolumeScheduleTest {

    @ParameterizedTest
    @CsvSource({"07:59, 0", "08:00, 80", "11:59, 80", "12:00, 30", "13:59, 30", "14:00, 80", "20:00, 0", "00:00, 0"})
    void eachStepHoldsUntilTheNextAroundMidnight(LocalTime time, int percent) throws DeviceException {
        var schedule = VolumeSchedule.of("08:00=80 12:00=30 14:00=80 20:00=0");

        assertEquals(percent, schedule.percentAt(time));
    }

    @Test
    void singleNumberHoldsAllDay() throws DeviceException {
        assertEquals(65, VolumeSchedule.of("65").percentAt(LocalTime.of(3, 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "loud", "08:00=101", "08:00=-1", "8=50", "25:00=50", "08:00="})
    void refusesWhatIsNoSchedule(String text) {
        var fault = assertThrows(DeviceException.class, () -> VolumeSchedule.of(text))
                .fault();

        assertEquals(Kind.MISCONFIGURED, fault.kind());
    }
}
