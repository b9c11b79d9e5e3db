package cn.dangqun.devices.drivers.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CameraCommandTest {
    private static final Map<String, String> VALUES =
            Map.of("device", "/dev/v4l/by-id/usb $1 cam", "width", "1280", "height", "720", "rate", "15");

    @Test
    void fillsPlacesAfterTheWordsAreCutSoThatAPathMayHoldSpaces() throws Exception {
        assertEquals(
                List.of("rpicam-vid", "--size=1280x720", "-o", "/dev/v4l/by-id/usb $1 cam"),
                CameraCommand.words("  rpicam-vid  --size={width}x{height} -o {device}\n", VALUES));
    }

    @Test
    void fillsEveryPlaceOfTheUsualCommand() throws Exception {
        var words = CameraCommand.words(CameraCommand.USB, VALUES);

        assertEquals("ffmpeg", words.getFirst());
        assertEquals("/dev/v4l/by-id/usb $1 cam", words.get(words.indexOf("-i") + 1));
        assertEquals("1280x720", words.get(words.indexOf("-video_size") + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "cam {devise}", "cam {}"})
    void refusesWhatCannotRun(String template) {
        var refused = assertThrows(DeviceException.class, () -> CameraCommand.words(template, VALUES));

        assertEquals(Kind.MISCONFIGURED, refused.fault().kind());
    }
}
