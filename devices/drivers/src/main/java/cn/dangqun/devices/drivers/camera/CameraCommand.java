package cn.dangqun.devices.drivers.camera;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The command line of a camera process: words apart by spaces, run without a shell, with `{device}`, `{width}`,
/// `{height}` and `{rate}` filled in afterwards, so that a path may hold spaces.
final class CameraCommand {
    /// A USB camera; a CSI camera needs rpicam-vid and the layout yuv420.
    static final String USB = "ffmpeg -nostdin -v error -fflags nobuffer -f v4l2 -input_format mjpeg"
            + " -video_size {width}x{height} -framerate {rate} -i {device} -f rawvideo -pix_fmt gray pipe:1";

    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");

    private CameraCommand() {}

    /// @throws DeviceException with MISCONFIGURED for an empty command or an unknown place to fill
    static List<String> words(String template, Map<String, String> values) throws DeviceException {
        var unknown = PLACE.matcher(template)
                .results()
                .map(place -> place.group(1))
                .filter(place -> !values.containsKey(place))
                .findFirst();
        if (template.isBlank() || unknown.isPresent()) {
            throw new DeviceException(Kind.MISCONFIGURED, "the camera command has no {" + unknown.orElse("") + "}");
        }
        return Pattern.compile("\\s+")
                .splitAsStream(template.strip())
                .map(word -> PLACE.matcher(word)
                        .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), ""))))
                .toList();
    }
}
