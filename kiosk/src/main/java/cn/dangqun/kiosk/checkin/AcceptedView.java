package cn.dangqun.kiosk.checkin;

import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.kiosk.checkin.CheckInAnswer.Undo;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Chip;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.TallyBoard;
import cn.dangqun.kiosk.ui.Tone;
import cn.dangqun.kiosk.ui.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;

/// 签到成功: who, what, the count, and ten seconds to take it back (F-06, F-07). Built only around a committed outcome.
final class AcceptedView extends StackPane {
    private final Look look;
    private final ActionButton undo;
    private final String who;

    AcceptedView(CheckInAnswer.Accepted answer, Look look, Consumer<FactId> undoing, Runnable home) {
        this.look = look;
        var texts = look.texts();
        var fact = answer.outcome().fact();
        undo = new ActionButton("", () -> undoing.accept(fact), "outline").withIcon(Glyph.UNDO);
        undo.setId("undo");
        undo.setWrapText(true);
        undo.setTextAlignment(TextAlignment.CENTER);
        who = headline(answer.outcome());
        var leave = new ActionButton(texts.get("ui.home"), home);
        leave.setId("home");
        var outcome = answer.outcome();
        var verdict = new Verdict(look, Tone.SUCCESS, Glyph.CHECK, texts.get("checkin.accepted.word"));
        verdict.headline(who);
        marks(outcome).ifPresent(verdict::add);
        verdict.sentence(texts.get("checkin.accepted.sentence", texts.time(outcome.at(), look.zone())));
        verdict.note(outcome.activity().title());
        outcome.activity()
                .preparation()
                .note()
                .ifPresent(note -> verdict.add(
                        Labels.centred(note, look.isPortrait() ? "type-44" : "type-32", "bold", "ink", "note")));
        verdict.space()
                .add(new TallyBoard(
                        texts,
                        outcome.tally().due(),
                        outcome.tally().present(),
                        look.isPortrait() ? "type-128" : "type-96"));
        if (!countsAsMember(outcome) && outcome.tally().due() > 0) {
            verdict.note(texts.get(
                    outcome instanceof CheckInOutcome.Verified
                            ? "checkin.verified.uncounted"
                            : "checkin.accepted.uncounted"));
        }
        verdict.actions(answer.undo() instanceof Undo.None ? List.of(leave) : List.of(undo, leave));
        getChildren().add(verdict);
        show(answer.undo());
    }

    void show(Undo offer) {
        switch (offer) {
            case Undo.Offered(int left) -> undo.setText(look.texts().get("checkin.accepted.undo", who, left));
            case Undo.Running _ -> {
                undo.setText(look.texts().get("checkin.accepted.undoing"));
                undo.setDisable(true);
            }
            case Undo.None _ -> {}
            case Undo.Over _ -> {
                undo.setText(look.texts().get("checkin.accepted.undoOver"));
                undo.setDisable(true);
            }
        }
    }

    private String headline(CheckInOutcome.Counted outcome) {
        return switch (outcome) {
            case CheckInOutcome.CheckedIn member -> member.name().masked();
            case CheckInOutcome.Signed signed -> signed.name().masked();
            case CheckInOutcome.Verified _ -> look.texts().get("checkin.verified.headline");
            case CheckInOutcome.GuestCheckedIn guest -> guestName(look, guest.kind());
        };
    }

    private Optional<HBox> marks(CheckInOutcome.Counted outcome) {
        var texts = look.texts();
        var marks = new HBox();
        marks.getStyleClass().add("gap-16");
        marks.setAlignment(Pos.CENTER);
        if (outcome instanceof CheckInOutcome.CheckedIn member) {
            role(member.role())
                    .ifPresent(name ->
                            marks.getChildren().add(new Chip(Tone.INFORMATION, Glyph.PERSON, name, "type-32", "bold")));
        }
        if (isLate(outcome)) {
            marks.getChildren()
                    .add(new Chip(Tone.ATTENTION, Glyph.CLOCK, texts.get("checkin.accepted.late"), "type-32", "bold"));
        }
        return marks.getChildren().isEmpty() ? Optional.empty() : Optional.of(marks);
    }

    private Optional<String> role(AttendanceRole role) {
        return switch (role) {
            case MEMBER -> Optional.empty();
            case OBSERVER -> Optional.of(look.texts().get("checkin.role.observer"));
            case SUPERIOR_REP -> Optional.of(look.texts().get("checkin.role.superior"));
            case LINKED -> Optional.of(look.texts().get("checkin.role.linked"));
            case PARTICIPANT -> Optional.of(look.texts().get("checkin.role.participant"));
        };
    }

    private static boolean isLate(CheckInOutcome.Counted outcome) {
        return switch (outcome) {
            case CheckInOutcome.CheckedIn member -> member.late();
            case CheckInOutcome.Signed signed -> signed.late();
            case CheckInOutcome.Verified _ -> false;
            case CheckInOutcome.GuestCheckedIn _ -> false;
        };
    }

    private static boolean countsAsMember(CheckInOutcome.Counted outcome) {
        return switch (outcome) {
            case CheckInOutcome.CheckedIn member -> member.role() == AttendanceRole.MEMBER;
            case CheckInOutcome.Signed _ -> true;
            case CheckInOutcome.Verified verified -> verified.role() == AttendanceRole.MEMBER;
            case CheckInOutcome.GuestCheckedIn _ -> false;
        };
    }

    static String guestName(Look look, GuestKind kind) {
        return switch (kind) {
            case REPORTED_IN -> look.texts().get("checkin.guest.reported");
            case FLOATING -> look.texts().get("checkin.guest.floating");
            case OBSERVER -> look.texts().get("checkin.guest.observer");
            case RESIDENT -> look.texts().get("checkin.guest.resident");
        };
    }
}
