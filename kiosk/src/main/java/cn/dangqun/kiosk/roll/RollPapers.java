package cn.dangqun.kiosk.roll;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.AttendanceFact.Registration;
import cn.dangqun.kiosk.activity.ActivityWords;
import cn.dangqun.kiosk.print.PaperOffer;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.papers.MeetingHead;
import cn.dangqun.papers.Paper;
import cn.dangqun.papers.SignInSheet;
import cn.dangqun.papers.SignInSheet.Signing;
import cn.dangqun.papers.Stroke;
import cn.dangqun.protocol.Signature;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// 签到表 of one activity: blank for pens, and as people have signed. Read anew when it is printed.
final class RollPapers {
    /// Empty rows for 列席 and whoever is on no roll.
    private static final int OTHERS = 8;

    private final RollDesk desk;
    private final Look look;
    private final Texts texts;
    private final RollWords words;

    RollPapers(RollDesk desk, Look look) {
        this.desk = desk;
        this.look = look;
        this.texts = look.texts();
        this.words = new RollWords(look);
    }

    /// Nobody has signed before check-in opens.
    PaperOffer offer(RollSheet sheet, String back) {
        var activity = sheet.activity();
        var sheets = new ArrayList<PaperOffer.Sheet>();
        sheets.add(sheet("roll.sheet.blank", sheet, () -> blank(anew(activity.id()))));
        if (sheet.hasOpened()) {
            sheets.add(sheet("roll.sheet.signed", sheet, () -> signed(anew(activity.id()))));
        }
        return new PaperOffer(activity.title(), sheets, back);
    }

    private PaperOffer.Sheet sheet(String label, RollSheet sheet, Supplier<Paper> paper) {
        var activity = sheet.activity();
        var kind = ActivityWords.type(activity.type(), texts);
        return new PaperOffer.Sheet(
                texts.get(label), activity.heldOn() + "-" + kind + "-" + texts.get(label), () -> List.of(paper.get()));
    }

    private RollSheet anew(ActivityId id) {
        return desk.sheet(id).orElseThrow();
    }

    private Paper blank(RollSheet sheet) {
        var rows = due(sheet).stream()
                .map(line -> new SignInSheet.Row(line.name(), line.organization(), new Signing.ByPen(), "", ""))
                .toList();
        return new SignInSheet(head(sheet), rows, OTHERS, Optional.empty(), Optional.empty());
    }

    private Paper signed(RollSheet sheet) {
        var signatures = desk.signatures(sheet.activity().id());
        var rows = due(sheet).stream()
                .map(line -> new SignInSheet.Row(
                        line.name(),
                        line.organization(),
                        signing(sheet, line, Optional.ofNullable(signatures.get(line.member()))),
                        line.at().map(at -> texts.time(at, look.zone())).orElse(""),
                        remark(line)))
                .toList();
        var figures = sheet.figures();
        return new SignInSheet(
                head(sheet),
                rows,
                0,
                Optional.of(new SignInSheet.Counts(figures.due(), figures.present(), figures.absent())),
                Optional.of(local(sheet.now())));
    }

    private static List<RollLine> due(RollSheet sheet) {
        return sheet.lines().stream().filter(line -> line.state().isDue()).toList();
    }

    private MeetingHead head(RollSheet sheet) {
        var activity = sheet.activity();
        return new MeetingHead(
                sheet.organization(),
                ActivityWords.type(activity.type(), texts),
                activity.title(),
                Optional.of(local(activity.starts())),
                Optional.empty(),
                activity.place(),
                "",
                "");
    }

    private LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, look.zone());
    }

    /// A signature written at another kiosk is with the street, and said in words.
    private Signing signing(RollSheet sheet, RollLine line, Optional<Signature> signature) {
        if (signature.isPresent()) {
            return new Signing.Drawn(strokes(signature.get()));
        }
        if (!line.state().isPresent()) {
            return new Signing.Nothing();
        }
        if (line.how().filter(Registration.PAPER::equals).isPresent()) {
            return new Signing.Said(texts.get("roll.sheet.onPaper"));
        }
        return new Signing.Said(
                texts.get(sheet.activity().asksSignature() ? "roll.sheet.elsewhere" : "roll.sheet.checkedIn"));
    }

    private static List<Stroke> strokes(Signature signature) {
        return signature.strokes().stream()
                .map(stroke -> new Stroke(stroke.points().stream()
                        .map(point -> new Stroke.Point(point.x(), point.y()))
                        .toList()))
                .toList();
    }

    private String remark(RollLine line) {
        return switch (line.state()) {
            case PRESENT -> "";
            case LATE -> texts.get("roll.state.late");
            case MAKEUP_SIGNED -> texts.get("roll.state.madeUp");
            case CHECKED_IN_UNSIGNED -> texts.get("roll.state.unsigned");
            case LEAVE ->
                line.leave()
                        .map(kind -> texts.get("roll.sheet.leave", words.leave(kind)))
                        .orElseGet(() -> texts.get("roll.state.leave"));
            case ABSENT -> line.reason().orElse("");
            case NOT_COUNTED -> texts.get("roll.state.notCounted");
        };
    }
}
