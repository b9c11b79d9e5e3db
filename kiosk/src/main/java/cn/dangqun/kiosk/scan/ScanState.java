package cn.dangqun.kiosk.scan;

import java.util.List;
import java.util.Optional;

/// What stands on the page of 拍签到表. `kept`: how many sheets of the activity are kept; `said`: what came of the last
/// act.
sealed interface ScanState {
    record Shut() implements ScanState {}

    /// Neither camera nor stick is set up here.
    record Nothing(String title) implements ScanState {}

    record Reading(String title) implements ScanState {}

    /// What the camera sees; nothing before its first picture.
    record Looking(String title, int kept, Optional<PageImage> seen, boolean stick, Said said) implements ScanState {}

    /// Pictures on the stick; none when there is no stick.
    record Choosing(String title, int kept, List<String> files, boolean camera, Said said) implements ScanState {
        public Choosing {
            files = List.copyOf(files);
        }
    }

    /// One picture, before it is kept.
    record Shown(String title, int kept, PageImage picture, boolean fromCamera, Said said) implements ScanState {}

    enum Said {
        NOTHING,
        KEPT,
        NOT_SAVED,
        TOO_MANY,
        GONE,
        NO_STICK,
        NO_PICTURE
    }
}
