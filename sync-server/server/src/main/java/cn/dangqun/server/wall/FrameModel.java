package cn.dangqun.server.wall;

import cn.dangqun.server.web.ListQuestion.Pages;
import java.util.List;

/// What the page of one frame at one place shows, word by word.
public record FrameModel(
        String title,
        String place,
        String demandName,
        String verdict,
        String verdictName,
        String due,
        boolean overdue,
        String writeAddress,
        List<Row> rows,
        Pages pages) {
    public FrameModel {
        rows = List.copyOf(rows);
    }

    /// A version; `stage` is a [cn.dangqun.domain.wall.WallStage], for style.
    public record Row(String address, int number, String title, String stage, String stageName, String validity) {}
}
