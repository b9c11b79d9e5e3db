package cn.dangqun.kiosk.staff;

import cn.dangqun.kiosk.device.KioskDevices.Loudness;
import cn.dangqun.kiosk.ui.Texts;
import java.util.Optional;
import java.util.stream.Collectors;

/// 声音：街道设置，08:00–20:00 音量 80%，其余时间静音.
record LoudnessWords(Texts texts) {
    String of(Optional<Loudness> loudness) {
        return loudness.map(this::of).orElseGet(() -> texts.get("staff.sound.none"));
    }

    private String of(Loudness loudness) {
        var day = loudness.volume().day();
        var times = day.parts().isEmpty()
                ? texts.get("staff.sound.always", loud(day.otherwise()))
                : day.parts().stream()
                        .map(part -> texts.get(
                                "staff.sound.part",
                                part.from().toString(),
                                part.to().toString(),
                                loud(part.percent())))
                        .collect(
                                Collectors.joining("，", "", texts.get("staff.sound.otherwise", loud(day.otherwise()))));
        return texts.get(loudness.byStreet() ? "staff.sound.street" : "staff.sound.own", times);
    }

    private String loud(int percent) {
        return percent == 0 ? texts.get("staff.sound.silent") : texts.get("staff.sound.percent", percent);
    }
}
