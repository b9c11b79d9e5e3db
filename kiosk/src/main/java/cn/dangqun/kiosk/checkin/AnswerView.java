package cn.dangqun.kiosk.checkin;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.CodeFault;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.SignaturePad;
import cn.dangqun.kiosk.ui.TallyBoard;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Tone;
import cn.dangqun.kiosk.ui.Verdict;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

/// One face for each answer: a sign, a word, a sentence, and what to do next.
final class AnswerView {
    private final CheckInViewModel model;
    private final Look look;
    private final Texts texts;
    private final Runnable help;
    private final Choices choices;
    private final ObservableBooleanValue othersWait;

    /// `othersWait`: whether questions say that the next person is asked to wait.
    AnswerView(CheckInViewModel model, Look look, Runnable help, ObservableBooleanValue othersWait) {
        this.othersWait = othersWait;
        this.model = model;
        this.look = look;
        this.texts = look.texts();
        this.help = help;
        this.choices = new Choices(look);
    }

    AcceptedView accepted(CheckInAnswer.Accepted answer) {
        return new AcceptedView(answer, look, model::undo, model::dismiss);
    }

    Node of(CheckInAnswer answer) {
        return switch (answer) {
            case CheckInAnswer.Accepted accepted -> accepted(accepted);
            case CheckInAnswer.ToSign sign -> toSign(sign.outcome());
            case CheckInAnswer.Unsigned(var name) -> unsigned(name);
            case CheckInAnswer.Already already -> already(already);
            case CheckInAnswer.PickActivity pick -> pick(pick);
            case CheckInAnswer.TooEarly early -> early(early);
            case CheckInAnswer.TooLate late -> late(late);
            case CheckInAnswer.NothingToday nothing -> nothing(nothing);
            case CheckInAnswer.ClockInDoubt doubt ->
                clockInDoubt(doubt.outcome().name());
            case CheckInAnswer.OtherRoll other -> other(other);
            case CheckInAnswer.Unknown unknown -> unknown(unknown);
            case CheckInAnswer.PickGuestActivity pick -> pickForGuest(pick);
            case CheckInAnswer.NotChosen(var name) -> notChosen(name);
            case CheckInAnswer.BadCode code -> badCode(code.fault());
            case CheckInAnswer.Misread misread -> misread(misread.fault());
            case CheckInAnswer.Unsaved _ -> unsaved();
            case CheckInAnswer.Sealed _ -> sealed();
            case CheckInAnswer.Undone _ -> undone();
            case CheckInAnswer.UndoRefused _ -> undoRefused();
        };
    }

    private Verdict toSign(CheckInOutcome.SignatureAsked outcome) {
        var pad = new SignaturePad(texts.get("checkin.sign.here"), model::writes);
        var done = new ActionButton(texts.get("checkin.sign.done"), () -> model.sign(pad.signature()), "primary");
        done.setId("sign-done");
        done.disableProperty().bind(pad.written().not());
        var again = new ActionButton(texts.get("checkin.sign.again"), pad::clear, "outline").withIcon(Glyph.ERASE);
        again.setId("sign-again");
        var paper = new ActionButton(texts.get("checkin.sign.paper"), model::signOnPaper, "outline");
        paper.setId("sign-paper");
        return asking(new Verdict(look, Tone.INFORMATION, Glyph.PERSON, texts.get("checkin.sign.word")))
                .sentence(texts.get("checkin.sign.sentence", outcome.name().masked()))
                .note(outcome.activity().title())
                .add(pad)
                .actions(List.of(paper, again, done));
    }

    private Verdict unsigned(PersonName name) {
        return new Verdict(look, Tone.ATTENTION, Glyph.MINUS, texts.get("checkin.unsigned.word"))
                .headline(name.masked())
                .sentence(texts.get("checkin.unsigned.sentence"))
                .note(texts.get("checkin.unsigned.note"))
                .actions(List.of(helper(), home()));
    }

    private Verdict already(CheckInAnswer.Already answer) {
        var outcome = answer.outcome();
        var verdict = new Verdict(look, Tone.CALM, Glyph.CHECK, texts.get("checkin.already.word"));
        outcome.name().ifPresent(name -> verdict.headline(name.masked()));
        return verdict.sentence(texts.get("checkin.already.sentence", texts.time(outcome.at(), look.zone())))
                .note(outcome.activity().title())
                .space()
                .add(new TallyBoard(
                        texts,
                        outcome.tally().due(),
                        outcome.tally().present(),
                        look.isPortrait() ? "type-128" : "type-96"))
                .actions(List.of(home()));
    }

    private Verdict pick(CheckInAnswer.PickActivity answer) {
        var outcome = answer.outcome();
        return asking(new Verdict(look, Tone.INFORMATION, Glyph.QUESTION, texts.get("checkin.choose.word")))
                .headline(outcome.name().masked())
                .sentence(texts.get("checkin.choose.sentence", outcome.choices().size()))
                .space()
                .add(choices.activities(outcome.choices(), activity -> model.choose(activity.id())))
                .actions(List.of(home()));
    }

    private Verdict early(CheckInAnswer.TooEarly answer) {
        var activity = answer.outcome().activity();
        var opens = texts.time(activity.window().opens(), look.zone());
        return new Verdict(look, Tone.ATTENTION, Glyph.CLOCK, texts.get("checkin.early.word"))
                .headline(answer.outcome().name().masked())
                .note(activity.title())
                .space()
                .sentence(texts.get("checkin.early.sentence"))
                .add(Labels.fixed(opens, look.isPortrait() ? "type-128" : "type-96", "bold", "amber"))
                .actions(List.of(home()));
    }

    private Verdict late(CheckInAnswer.TooLate answer) {
        var activity = answer.outcome().activity();
        var closed = texts.time(activity.window().closes(), look.zone());
        return new Verdict(look, Tone.ATTENTION, Glyph.MINUS, texts.get("checkin.closed.word"))
                .headline(answer.outcome().name().masked())
                .sentence(texts.get("checkin.closed.sentence", closed))
                .note(activity.title())
                .actions(List.of(helper(), home()));
    }

    private Verdict nothing(CheckInAnswer.NothingToday answer) {
        return new Verdict(look, Tone.INFORMATION, Glyph.CALENDAR, texts.get("checkin.nothing.word"))
                .headline(answer.outcome().name().masked())
                .sentence(texts.get("checkin.nothing.sentence"))
                .note(answer.outcome().branchName())
                .actions(List.of(home()));
    }

    private Verdict clockInDoubt(Optional<PersonName> name) {
        var verdict = new Verdict(look, Tone.ATTENTION, Glyph.CLOCK, texts.get("checkin.doubt.word"));
        name.ifPresent(known -> verdict.headline(known.masked()));
        return verdict.sentence(texts.get("checkin.doubt.sentence"))
                .note(texts.get("checkin.doubt.note"))
                .actions(List.of(helper(), home()));
    }

    private Verdict other(CheckInAnswer.OtherRoll answer) {
        var outcome = answer.outcome();
        var verdict = asking(new Verdict(look, Tone.INFORMATION, Glyph.PEOPLE, texts.get("checkin.other.word")))
                .headline(outcome.name().masked())
                .note(texts.get("checkin.other.branch", outcome.branchName()));
        if (outcome.open().isEmpty()) {
            return verdict.sentence(texts.get("checkin.other.none")).actions(List.of(helper(), home()));
        }
        return verdict.sentence(texts.get("checkin.other.sentence"))
                .add(choices.observing(outcome.open(), activity -> model.choose(activity.id())))
                .actions(List.of(helper(), home()));
    }

    private Verdict unknown(CheckInAnswer.Unknown answer) {
        var verdict = asking(new Verdict(look, Tone.INFORMATION, Glyph.QUESTION, texts.get("checkin.unknown.word")));
        if (answer.outcome().open().isEmpty()) {
            return verdict.sentence(texts.get("checkin.unknown.none")).actions(List.of(helper(), home()));
        }
        return verdict.sentence(texts.get("checkin.unknown.sentence"))
                .add(choices.guests(model::admit))
                .actions(List.of(helper(), home()));
    }

    private Verdict pickForGuest(CheckInAnswer.PickGuestActivity answer) {
        GuestKind kind = answer.kind();
        return asking(new Verdict(look, Tone.INFORMATION, Glyph.QUESTION, texts.get("checkin.choose.word")))
                .sentence(texts.get("checkin.unknown.pick", AcceptedView.guestName(look, kind)))
                .add(choices.activities(answer.open(), (Activity activity) -> model.admit(kind, activity.id())))
                .actions(List.of(home()));
    }

    /// A question keeps room for a word to whoever comes next, so that nothing moves under a finger.
    private Verdict asking(Verdict verdict) {
        var wait = Labels.centred(texts.get("checkin.wait"), "type-32", "bold");
        wait.setId("others-wait");
        wait.visibleProperty().bind(othersWait);
        return verdict.compact().aside(wait);
    }

    private Verdict notChosen(Optional<PersonName> name) {
        var verdict = new Verdict(look, Tone.ATTENTION, Glyph.MINUS, texts.get("checkin.unchosen.word"));
        name.ifPresent(known -> verdict.headline(known.masked()));
        return verdict.sentence(texts.get("checkin.unchosen.sentence"))
                .note(texts.get("checkin.unchosen.note"))
                .actions(List.of(helper(), home()));
    }

    private Verdict badCode(CodeFault fault) {
        var verdict = new Verdict(look, Tone.ATTENTION, Glyph.CODE, texts.get("checkin.code.word"));
        switch (fault) {
            case UNREADABLE ->
                verdict.headline(texts.get("checkin.code.unreadable"))
                        .sentence(texts.get("checkin.code.unreadable.next"));
            case FORGED ->
                verdict.headline(texts.get("checkin.code.forged")).sentence(texts.get("checkin.code.forged.next"));
            case UNKNOWN_KEY ->
                verdict.headline(texts.get("checkin.code.stranger")).sentence(texts.get("checkin.code.stranger.next"));
            case EXPIRED ->
                verdict.headline(texts.get("checkin.code.expired")).sentence(texts.get("checkin.code.expired.next"));
            case REVOKED ->
                verdict.headline(texts.get("checkin.code.revoked")).sentence(texts.get("checkin.code.revoked.next"));
        }
        return verdict.actions(List.of(helper(), home()));
    }

    private Verdict misread(DeviceFault.Kind fault) {
        var verdict = new Verdict(look, Tone.ATTENTION, Glyph.CONTACTLESS, texts.get("checkin.misread.word"));
        var other = otherWay(fault);
        other.ifPresentOrElse(
                advice -> verdict.headline(advice).sentence(texts.get("checkin.misread.other")),
                () -> verdict.headline(texts.get("checkin.misread.again")).sentence(texts.get("checkin.misread.flat")));
        return verdict.actions(List.of(helper(), home()));
    }

    /// Empty when placing the card again is the advice.
    private Optional<String> otherWay(DeviceFault.Kind fault) {
        return switch (fault) {
            case CARD_WITHOUT_IDENTITY, CARD_UNSUPPORTED, CARD_INVALID ->
                Optional.of(texts.get("checkin.misread.unsupported"));
            case CARD_EXPIRED -> Optional.of(texts.get("checkin.misread.expired"));
            case CARD_MOVED,
                    NOT_FOUND,
                    DISCONNECTED,
                    NO_ANSWER,
                    GARBLED,
                    REFUSED,
                    BUSY,
                    PAPER_OUT,
                    FULL,
                    COVER_OPEN,
                    MISCONFIGURED,
                    DRIVER_ERROR -> Optional.empty();
        };
    }

    private Verdict unsaved() {
        return new Verdict(look, Tone.ATTENTION, Glyph.EXCLAMATION, texts.get("checkin.unsaved.word"))
                .headline(texts.get("checkin.unsaved.headline"))
                .sentence(texts.get("checkin.unsaved.sentence"))
                .actions(List.of(helper(), home()));
    }

    private Verdict sealed() {
        return new Verdict(look, Tone.ATTENTION, Glyph.LOCK, texts.get("checkin.sealed.word"))
                .headline(texts.get("checkin.sealed.headline"))
                .sentence(texts.get("checkin.sealed.sentence"))
                .actions(List.of(helper(), home()));
    }

    private Verdict undone() {
        return new Verdict(look, Tone.INFORMATION, Glyph.UNDO, texts.get("checkin.undone.word"))
                .headline(texts.get("checkin.undone.headline"))
                .sentence(texts.get("checkin.undone.sentence"))
                .actions(List.of(home()));
    }

    private Verdict undoRefused() {
        return new Verdict(look, Tone.ATTENTION, Glyph.EXCLAMATION, texts.get("checkin.kept.word"))
                .headline(texts.get("checkin.kept.headline"))
                .sentence(texts.get("checkin.kept.sentence"))
                .actions(List.of(helper(), home()));
    }

    private ActionButton home() {
        var button = new ActionButton(texts.get("ui.home"), model::dismiss);
        button.setId("home");
        return button;
    }

    private ActionButton helper() {
        var button = new ActionButton(texts.get("ui.staff.call"), help, "outline").withIcon(Glyph.BELL);
        button.setId("help");
        return button;
    }
}
