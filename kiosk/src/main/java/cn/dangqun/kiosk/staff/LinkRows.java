package cn.dangqun.kiosk.staff;

import cn.dangqun.devices.selftest.ClockProbe;
import cn.dangqun.kiosk.ledger.LedgerMonitor.Salvaged;
import cn.dangqun.kiosk.sync.ClockOffset;
import cn.dangqun.kiosk.sync.SyncChip;
import cn.dangqun.kiosk.sync.SyncStatus;
import cn.dangqun.kiosk.sync.SyncStatus.RefusalReason;
import cn.dangqun.kiosk.ui.Chip;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Tone;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The link to the street and the ledger's health as rows of name and words, refusals with what to do (F-61, F-67).
final class LinkRows {
    private final Look look;
    private final Texts texts;

    LinkRows(Look look) {
        this.look = look;
        this.texts = look.texts();
    }

    VBox of(StaffCornerState.Open open) {
        var sync = open.sync();
        var rows = new VBox();
        rows.getStyleClass().add("gap-16");
        rows.getChildren().add(row("staff.corner.link", link(sync.link())));
        rows.getChildren()
                .add(row(
                        "staff.corner.pending",
                        Labels.fixed(texts.get("staff.corner.records", sync.pending()), "type-24", "bold", "ink")));
        sync.oldestPending()
                .ifPresent(oldest -> rows.getChildren()
                        .add(row(
                                "staff.corner.oldest",
                                Labels.of(
                                        texts.get(
                                                "staff.corner.oldest.since",
                                                texts.date(oldest, look.zone()),
                                                texts.time(oldest, look.zone()),
                                                texts.ago(Duration.between(oldest, open.now()))),
                                        "type-24",
                                        "ink"))));
        rows.getChildren().add(row("staff.corner.contact", SyncChip.of(sync, open.now(), texts)));
        sync.clock().ifPresent(offset -> rows.getChildren().addAll(clock(offset)));
        advice(sync.link()).map(text -> Labels.of(text, "type-24", "amber")).ifPresent(rows.getChildren()::add);
        return rows;
    }

    /// What must not be overlooked: a damaged ledger, a clock that runs behind (F-74, F-75).
    Optional<VBox> alarms(StaffCornerState.Open open) {
        var alarms = new VBox();
        alarms.getStyleClass().add("gap-16");
        if (open.ledger().damagedFileKept()) {
            alarms.getChildren().add(damaged(open.ledger().salvaged()));
        } else if (open.ledger().lost() > 0) {
            alarms.getChildren()
                    .add(alarm(texts.get(
                            "staff.corner.ledger.vanished", open.ledger().lost())));
        }
        if (open.ledger().locked()) {
            alarms.getChildren().add(alarm(texts.get("staff.corner.ledger.locked")));
        }
        if (open.parked() > 0) {
            alarms.getChildren().add(alarm(texts.get("staff.corner.parked", open.parked())));
        }
        if (open.ledger().clockDoubt().isPresent()) {
            alarms.getChildren().add(alarm(texts.get("staff.corner.clock.doubt")));
        }
        return alarms.getChildren().isEmpty() ? Optional.empty() : Optional.of(alarms);
    }

    private List<Node> clock(ClockOffset offset) {
        var off = offset.streetAhead().abs();
        if (off.compareTo(ClockProbe.TOLERANCE) <= 0) {
            var words = texts.get("staff.corner.clock.seconds", off.toSeconds());
            return List.of(row("staff.corner.clock", Labels.of(words, "type-24", "ink")));
        }
        var words = texts.get("staff.corner.clock.minutes", off.toMinutes());
        return List.of(
                row("staff.corner.clock", Labels.of(words, "type-24", "bold", "amber")),
                Labels.of(texts.get("staff.corner.clock.advice"), "type-24", "amber"));
    }

    /// Red only where a person must act: where something could not be read.
    private Node damaged(Salvaged salvaged) {
        if (salvaged.mayMiss()) {
            return alarm(texts.get("staff.corner.ledger.more", salvaged.carried(), salvaged.unreadable()));
        }
        return salvaged.unreadable() > 0
                ? alarm(texts.get("staff.corner.ledger.lost", salvaged.carried(), salvaged.unreadable()))
                : Labels.of(texts.get("staff.corner.ledger.damaged", salvaged.carried()), "type-24", "bold", "amber");
    }

    private Node row(String key, Node value) {
        var name = Labels.fixed(texts.get(key), "type-24", "quiet", "row-name");
        var row = new HBox(name, value);
        row.getStyleClass().add("gap-24");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node alarm(String text) {
        return Labels.of(text, "type-24", "bold", "red-deep");
    }

    private Chip link(SyncStatus.Link link) {
        return switch (link) {
            case SyncStatus.Link.Connected _ -> chip(Tone.SUCCESS, Glyph.CHECK, "staff.link.connected");
            case SyncStatus.Link.Connecting _ -> chip(Tone.INFORMATION, Glyph.HOURGLASS, "staff.link.connecting");
            case SyncStatus.Link.NotEnrolled _ -> chip(Tone.ATTENTION, Glyph.EXCLAMATION, "staff.link.stranger");
            case SyncStatus.Link.CertificateExpired _ -> chip(Tone.ALARM, Glyph.CROSS, "staff.link.expired");
            case SyncStatus.Link.Refused _ -> chip(Tone.ALARM, Glyph.CROSS, "staff.link.refused");
        };
    }

    private Chip chip(Tone tone, Glyph glyph, String key) {
        return new Chip(tone, glyph, texts.get(key), "type-24", "bold");
    }

    private Optional<String> advice(SyncStatus.Link link) {
        if (link instanceof SyncStatus.Link.CertificateExpired) {
            return Optional.of(texts.get("staff.refused.expired"));
        }
        return link instanceof SyncStatus.Link.Refused(RefusalReason reason)
                ? Optional.of(refusal(reason))
                : Optional.empty();
    }

    private String refusal(RefusalReason reason) {
        return switch (reason) {
            case SOFTWARE_TOO_OLD -> texts.get("staff.refused.old");
            case SOFTWARE_TOO_NEW -> texts.get("staff.refused.new");
            case REVOKED -> texts.get("staff.refused.revoked");
            case LEDGER_CONFLICT -> texts.get("staff.refused.conflict");
            case LEDGER_GAP -> texts.get("staff.refused.gap");
            case OTHER -> texts.get("staff.refused.other");
        };
    }
}
