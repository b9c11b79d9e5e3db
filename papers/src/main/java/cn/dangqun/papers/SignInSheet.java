package cn.dangqun.papers;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/// 签到表: blank, with room to sign, or as it was signed at the kiosk. `others`: empty rows for who is on no
/// roll, such as 列席. `asOf`: the moment whose state it shows, on a sheet that was filled.
public record SignInSheet(
        MeetingHead meeting, List<Row> rows, int others, Optional<Counts> counts, Optional<LocalDateTime> asOf)
        implements Paper {
    private static final int OTHERS_MAX = 100;

    public SignInSheet {
        rows = List.copyOf(rows);
        if (others < 0 || others > OTHERS_MAX) {
            throw new IllegalArgumentException("0 to " + OTHERS_MAX + " empty rows");
        }
    }

    /// A person of the roll. `time` is when they came, `remark` such as 迟到 or 请假（病假）.
    public record Row(String name, String unit, Signing signing, String time, String remark) {
        @Override
        public String toString() {
            return "Row[]";
        }
    }

    /// What stands in the box for the signature.
    public sealed interface Signing {
        /// Room to sign with a pen.
        record ByPen() implements Signing {}

        /// As it was written on the touch screen.
        record Drawn(List<Stroke> strokes) implements Signing {
            public Drawn {
                strokes = List.copyOf(strokes);
                if (strokes.isEmpty()) {
                    throw new IllegalArgumentException("a signature has a stroke");
                }
            }
        }

        /// In words, such as 已电子签名.
        record Said(String words) implements Signing {}

        /// The box stays empty: was not there, or has not signed.
        record Nothing() implements Signing {}
    }

    /// 应到 实到 缺席
    public record Counts(int due, int present, int absent) {}
}
