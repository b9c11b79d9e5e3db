package cn.dangqun.server.review;

import cn.dangqun.domain.fact.ReviewItem.Kind;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.server.attendance.RollDifferences.What;
import cn.dangqun.server.review.Case.Line;
import cn.dangqun.server.review.Case.Person;
import cn.dangqun.server.review.Case.Tap;
import cn.dangqun.server.review.InboxModel.Column;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Puts side by side what a reviewer needs: what kiosks said and by which clock, the roll then, the roster now. Names
/// are masked unless `fullNames`.
record Evidence(Texts texts, Times times, boolean fullNames) {
    String title(Case about) {
        return about.waiting().item().kind() == Kind.PARKED
                ? texts.get("review.kind.parked")
                : about.about().title();
    }

    /// Day, organisation and person.
    String about(Case about) {
        var parts = new ArrayList<String>();
        if (!about.about().day().isEmpty()) {
            parts.add(times.day(LocalDate.parse(about.about().day())));
        }
        parts.add(about.about().organization());
        about.waiting().item().member().ifPresent(_ -> parts.add(name(about.person())));
        return parts.stream().filter(each -> !each.isEmpty()).collect(Collectors.joining(" · "));
    }

    private String name(Person person) {
        if (person.name().isEmpty()) {
            return texts.get("review.what.unknownPerson", person.id());
        }
        return fullNames ? person.name() : new PersonName(person.name()).masked();
    }

    String recognised(Person person) {
        return person.branch().isEmpty()
                ? texts.get("review.evidence.recognised", name(person))
                : texts.get("review.evidence.recognisedOf", name(person), person.branch());
    }

    List<Column> columns(Case about, Optional<What> difference) {
        var columns = new ArrayList<Column>();
        if (!about.taps().isEmpty()) {
            boolean several = about.waiting().item().kind() == Kind.OVERLAP;
            columns.add(new Column(
                    texts.get("review.evidence.records"),
                    about.taps().stream().map(each -> record(each, several)).toList()));
            columns.add(new Column(
                    texts.get("review.evidence.clocks"),
                    about.taps().stream().map(this::clock).toList()));
        }
        if (about.waiting().item().member().isPresent()) {
            columns.add(new Column(texts.get("review.evidence.then"), then(about)));
            columns.add(new Column(texts.get("review.evidence.now"), now(about, difference)));
        }
        if (about.waiting().item().kind() == Kind.UNCLOSED) {
            columns.add(new Column(
                    texts.get("review.evidence.records"),
                    List.of(texts.get("review.evidence.unclosed", about.about().present()))));
        }
        return columns;
    }

    private String record(Tap tap, boolean several) {
        var stands = tap.voided()
                ? texts.get("review.tap.voided")
                : tap.awaiting()
                        ? texts.get("review.tap.awaiting")
                        : texts.get(tap.counted() ? "review.tap.counted" : "review.tap.notCounted");
        return texts.get(
                "review.tap.line",
                several ? texts.get("review.what.activity", tap.title()) : "",
                tap.how().equals("PAPER") ? "—" : times.precise(tap.at()),
                tap.kiosk().equals("street") ? texts.get("attendance.ruled.street") : tap.kiosk(),
                tap.site(),
                how(tap) + (tap.late() ? texts.get("review.tap.late") : ""),
                stands);
    }

    private String how(Tap tap) {
        return switch (tap.how()) {
            case "AT_DOOR" -> texts.get("attendance.how.atDoor");
            case "AFTERWARDS" -> texts.get("attendance.how.afterwards");
            case "PAPER" -> texts.get("attendance.how.paper");
            default -> texts.get("review.tap.own");
        };
    }

    private String clock(Tap tap) {
        var quality = switch (tap.clock()) {
            case 0 -> texts.get("review.clock.good");
            case 1 -> texts.get("review.clock.unchecked");
            default -> texts.get("review.clock.doubtful");
        };
        return texts.get("review.clock.line", quality, times.when(tap.received()));
    }

    private List<String> then(Case about) {
        return about.then().isEmpty()
                ? List.of(texts.get("review.evidence.noRoll"))
                : about.then().stream().map(this::line).toList();
    }

    private String line(Line line) {
        return texts.get("review.evidence.onRoll", line.organization(), state(line));
    }

    private String state(Line line) {
        return switch (line.state()) {
            case "PRESENT", "LATE", "MAKEUP_SIGNED" -> texts.get("review.state.present");
            case "CHECKED_IN_UNSIGNED" -> texts.get("attendance.sheet.unsigned");
            case "LEAVE" -> texts.get("attendance.sheet.leave");
            case "NOT_COUNTED" -> texts.get("attendance.sheet.exempt");
            default -> texts.get("review.state.absent");
        };
    }

    private List<String> now(Case about, Optional<What> difference) {
        var lines = new ArrayList<String>();
        var person = about.person();
        lines.add(
                person.former() || person.branch().isEmpty() ? texts.get("review.evidence.nowhere") : person.branch());
        difference.map(this::what).ifPresent(lines::add);
        return lines;
    }

    private String what(What what) {
        return switch (what) {
            case ADDED -> texts.get("review.roster.added");
            case NO_LONGER -> texts.get("review.roster.noLonger");
            case NOT_YET -> texts.get("review.roster.notYet");
            case STANDING -> texts.get("review.roster.standing");
        };
    }
}
