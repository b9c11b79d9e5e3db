package cn.dangqun.kiosk.roll;

import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.fact.AttendanceFact.LeaveKind;
import cn.dangqun.domain.fact.AttendanceFact.Registration;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.kiosk.activity.ActivityWords;
import cn.dangqun.kiosk.roll.RollState.Filter;
import cn.dangqun.kiosk.roll.RollState.Said;
import cn.dangqun.kiosk.ui.Chip;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words of 签到名单.
final class RollWords {
    private final Look look;
    private final Texts texts;

    RollWords(Look look) {
        this.look = look;
        this.texts = look.texts();
    }

    String about(RollSheet sheet) {
        return about(sheet, Optional.empty());
    }

    /// Whose roll of a joint activity is looked at stands in place of who holds it.
    String about(RollSheet sheet, Optional<OrganizationId> roll) {
        var activity = sheet.activity();
        return texts.get(
                sheet.frozen() ? "roll.about" : "roll.about.open",
                sheet.part(roll).map(RollSheet.Part::name).orElse(sheet.organization()),
                texts.date(activity.starts(), look.zone()),
                texts.time(activity.starts(), look.zone()));
    }

    /// 应到, 实到 and whatever is not nothing.
    String figures(RollSheet sheet) {
        return figures(sheet, Optional.empty());
    }

    /// The same of one roll of a joint activity.
    String figures(RollSheet sheet, Optional<OrganizationId> roll) {
        var figures = sheet.figures(roll);
        var parts = new ArrayList<>(List.of(
                texts.get("roll.figure.due", figures.due()), texts.get("roll.figure.present", figures.present())));
        part(parts, "roll.figure.leave", figures.leave());
        part(parts, "roll.figure.unsigned", figures.unsigned());
        part(parts, "roll.figure.missing", figures.absent() - figures.leave() - figures.unsigned());
        part(parts, "roll.figure.notCounted", figures.notCounted());
        if (roll.isEmpty()) {
            part(parts, "roll.figure.residents", sheet.heads().getOrDefault(GuestKind.RESIDENT, 0));
        }
        return String.join("　", parts);
    }

    private void part(List<String> parts, String key, int number) {
        if (number > 0) {
            parts.add(texts.get(key, number));
        }
    }

    Chip chip(RollLine line, String size) {
        return switch (line.state()) {
            case PRESENT -> new Chip(Tone.SUCCESS, Glyph.CHECK, texts.get("roll.state.present"), size);
            case LATE -> new Chip(Tone.SUCCESS, Glyph.CLOCK, texts.get("roll.state.late"), size);
            case MAKEUP_SIGNED -> new Chip(Tone.SUCCESS, Glyph.CHECK, texts.get("roll.state.madeUp"), size);
            case CHECKED_IN_UNSIGNED ->
                new Chip(Tone.ATTENTION, Glyph.EXCLAMATION, texts.get("roll.state.unsigned"), size);
            case LEAVE -> new Chip(Tone.INFORMATION, Glyph.CALENDAR, texts.get("roll.state.leave"), size);
            case NOT_COUNTED -> new Chip(Tone.PLAIN, Glyph.MINUS, texts.get("roll.state.notCounted"), size);
            case ABSENT ->
                line.awaiting()
                        ? new Chip(Tone.ATTENTION, Glyph.HOURGLASS, texts.get("roll.state.awaiting"), size)
                        : new Chip(Tone.PLAIN, Glyph.MINUS, texts.get("roll.state.absent"), size);
        };
    }

    /// What is known of one person, a sentence.
    String story(RollLine line, Look shown) {
        var parts = new ArrayList<String>();
        parts.add(line.organization());
        line.at()
                .ifPresent(at -> parts.add(texts.get(
                        "roll.story.at",
                        texts.time(at, shown.zone()),
                        line.how().map(this::how).orElse(""))));
        line.leave().ifPresent(kind -> parts.add(texts.get("roll.story.leave", leave(kind))));
        line.reason().ifPresent(reason -> parts.add(texts.get("roll.story.reason", reason)));
        return String.join("　", parts);
    }

    private String how(Registration how) {
        return switch (how) {
            case AT_DOOR -> texts.get("roll.how.atDoor");
            case AFTERWARDS -> texts.get("roll.how.afterwards");
            case PAPER -> texts.get("roll.how.paper");
        };
    }

    String deed(Deed deed) {
        return switch (deed) {
            case REGISTER -> texts.get("roll.deed.register");
            case AFTERWARDS -> texts.get("roll.deed.afterwards");
            case APPROVE -> texts.get("roll.deed.approve");
            case LEAVE -> texts.get("roll.deed.leave");
            case LATE_LEAVE -> texts.get("roll.deed.lateLeave");
            case EXPLAIN -> texts.get("roll.deed.explain");
            case CORRECT -> texts.get("roll.deed.correct");
        };
    }

    String question(RollState.Asking asking) {
        return switch (asking.question()) {
            case REASON -> texts.get("roll.ask.reason", deed(asking.deed()));
            case LEAVE_KIND -> texts.get("roll.ask.leave");
            case APPROVER -> texts.get("roll.ask.approver");
        };
    }

    /// What may stand on the record: nobody types Chinese here.
    List<String> reasons(Deed deed) {
        return switch (deed) {
            case REGISTER ->
                texts("roll.reason.forgot", "roll.reason.unread", "roll.reason.noCard", "roll.reason.help");
            case AFTERWARDS ->
                texts("roll.reason.powerCut", "roll.reason.queue", "roll.reason.overlooked", "roll.reason.unread");
            case EXPLAIN -> texts("roll.reason.ill", "roll.reason.away", "roll.reason.work", "roll.reason.unreached");
            case CORRECT ->
                texts("roll.reason.wrongPerson", "roll.reason.notHere", "roll.reason.twice", "roll.reason.slip");
            case APPROVE, LEAVE, LATE_LEAVE -> List.of();
        };
    }

    private List<String> texts(String... keys) {
        return List.of(keys).stream().map(key -> texts.get(key)).toList();
    }

    String leave(LeaveKind kind) {
        return ActivityWords.leave(kind, texts);
    }

    String filter(Filter filter) {
        return switch (filter) {
            case ALL -> texts.get("roll.filter.all");
            case MISSING -> texts.get("roll.filter.missing");
            case HERE -> texts.get("roll.filter.here");
            case LEAVE -> texts.get("roll.filter.leave");
            case UNSIGNED -> texts.get("roll.filter.unsigned");
        };
    }

    String said(Said said) {
        return switch (said.word()) {
            case OPENED -> texts.get("roll.said.opened");
            case REGISTERED -> texts.get("roll.said.registered", said.name());
            case TO_SIGN -> texts.get("roll.said.toSign", said.name());
            case AWAITING -> texts.get("roll.said.awaiting", said.name());
            case APPROVED -> texts.get("roll.said.approved", said.name());
            case LEAVE -> texts.get("roll.said.leave", said.name());
            case EXPLAINED -> texts.get("roll.said.explained", said.name());
            case CORRECTED -> texts.get("roll.said.corrected", said.name());
            case PAPER -> texts.get("roll.said.paper", said.name());
            case COUNTED -> texts.get("roll.said.counted", said.name());
            case OVERTAKEN -> texts.get("roll.said.overtaken");
            case NOT_SAVED -> texts.get("roll.said.notSaved");
        };
    }

    String colour(Said said) {
        return switch (said.word()) {
            case OVERTAKEN, NOT_SAVED -> "amber";
            case OPENED, REGISTERED, TO_SIGN, AWAITING, APPROVED, LEAVE, EXPLAINED, CORRECTED, PAPER, COUNTED ->
                "green";
        };
    }
}
