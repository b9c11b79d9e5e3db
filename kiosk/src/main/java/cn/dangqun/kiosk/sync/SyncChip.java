package cn.dangqun.kiosk.sync;

import cn.dangqun.kiosk.ui.Chip;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Tone;
import java.time.Duration;
import java.time.Instant;

/// Pending count and age of the last contact in one line, amber after a day and red after a week, in words too (F-61).
public final class SyncChip {
    private SyncChip() {}

    public static Chip of(SyncStatus status, Instant now, Texts texts) {
        var age = status.lastContact()
                .map(last -> texts.ago(Duration.between(last, now)))
                .orElse(texts.get("sync.never"));
        return switch (Freshness.of(status, now)) {
            case FRESH ->
                status.pending() == 0
                        ? new Chip(Tone.PLAIN, Glyph.LINK, texts.get("sync.fresh.done", age), "type-24")
                        : new Chip(
                                Tone.PLAIN,
                                Glyph.UPLOAD,
                                texts.get("sync.fresh.pending", status.pending(), age),
                                "type-24");
            case STALE ->
                new Chip(
                        Tone.ATTENTION,
                        Glyph.EXCLAMATION,
                        texts.get("sync.stale", status.pending(), age),
                        "type-24",
                        "bold");
            case LOST ->
                new Chip(
                        Tone.ALARM,
                        Glyph.EXCLAMATION,
                        texts.get("sync.lost", status.pending(), age),
                        "type-24",
                        "bold");
        };
    }
}
