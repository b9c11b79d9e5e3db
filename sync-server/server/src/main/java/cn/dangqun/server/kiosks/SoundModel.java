package cn.dangqun.server.kiosks;

import cn.dangqun.server.web.Choice;
import java.util.List;

/// 声音 on the page of a kiosk: what stands, in `lines`, and the form. `set`: the street has set something.
public record SoundModel(List<String> lines, boolean set, List<Row> rows, List<Choice> otherwise) {
    public SoundModel {
        lines = List.copyOf(lines);
        rows = List.copyOf(rows);
        otherwise = List.copyOf(otherwise);
    }

    /// A part of the day as it is typed.
    public record Row(int number, String from, String to, List<Choice> loudness) {
        public Row {
            loudness = List.copyOf(loudness);
        }
    }
}
