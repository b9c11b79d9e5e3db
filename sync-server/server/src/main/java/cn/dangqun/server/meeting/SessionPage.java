package cn.dangqun.server.meeting;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.fact.AttendanceFact.LeaveKind;
import cn.dangqun.domain.fact.SessionFact.Absence;
import cn.dangqun.domain.fact.SessionFact.BallotForm;
import cn.dangqun.domain.fact.SessionFact.BallotOutcome;
import cn.dangqun.domain.fact.SessionFact.Votes;
import cn.dangqun.domain.session.SessionRecord;
import cn.dangqun.server.attendance.AgendaWords;
import cn.dangqun.server.attendance.RollFigures.Figures;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Puts what was recorded of a session into words.
record SessionPage(Texts texts, Times times) {
    private static final Duration UNTIL_SYSTEM_CLOSES = Duration.ofHours(2);

    static String address(ActivityId activity) {
        return "/activities/" + activity + "/session";
    }

    /// `mayAskForNames` decides whether the page offers them, `fullNames` whether it shows them.
    Optional<SessionModel> write(
            SessionReader reader,
            ActivityId activity,
            Optional<Figures> figures,
            boolean mayAskForNames,
            boolean fullNames) {
        return reader.about(activity)
                .map(about -> new SessionModel(
                        about.title(),
                        texts.get("meeting.page.about", times.day(about.heldOn()), about.organization()),
                        "/activities/" + activity,
                        "/live" + address(activity) + (fullNames ? "?names=full" : ""),
                        fullNames,
                        mayAskForNames ? address(activity) + (fullNames ? "" : "?names=full") : "",
                        bySystem(about, reader.told(activity), figures),
                        reader.told(activity).stream()
                                .map(each -> new Telling(reader, fullNames).told(each))
                                .toList()));
    }

    /// What each kiosk told of it.
    List<SessionModel.Told> told(SessionReader reader, ActivityId activity, boolean fullNames) {
        return reader.told(activity).stream()
                .map(each -> new Telling(reader, fullNames).told(each))
                .toList();
    }

    /// What becomes of a session that nobody closed (OQ-36); empty before its time, and while kiosks have yet to
    /// report.
    private String bySystem(SessionReader.About about, List<SessionReader.Told> told, Optional<Figures> figures) {
        boolean closed = told.stream().anyMatch(each -> each.record().isClosed());
        if (closed || times.now().isBefore(about.ends().plus(UNTIL_SYSTEM_CLOSES))) {
            return "";
        }
        return figures.filter(Figures::complete)
                .map(each -> texts.get(each.present() > 0 ? "meeting.page.heldBySystem" : "meeting.page.notHeld"))
                .orElse("");
    }

    private final class Telling {
        private final SessionReader reader;
        private final boolean fullNames;

        private Telling(SessionReader reader, boolean fullNames) {
            this.reader = reader;
            this.fullNames = fullNames;
        }

        private SessionModel.Told told(SessionReader.Told told) {
            var record = told.record();
            return new SessionModel.Told(
                    told.kiosk(),
                    record.declared().stream().map(this::declared).toList(),
                    record.agenda().stream().map(this::item).toList(),
                    record.steps().entrySet().stream()
                            .sorted(Map.Entry.comparingByValue())
                            .map(each -> new SessionModel.Step(each.getKey(), times.time(each.getValue())))
                            .toList(),
                    record.paid().entrySet().stream()
                            .filter(each -> !each.getValue().isEmpty())
                            .sorted(Map.Entry.comparingByKey())
                            .map(each -> new SessionModel.Paid(
                                    texts.get(
                                            "meeting.page.month",
                                            each.getKey().getYear(),
                                            each.getKey().getMonthValue()),
                                    each.getValue().size()))
                            .toList(),
                    record.closing().map(this::closing).orElse(""),
                    record.reopenings().stream()
                            .map(each -> texts.get(
                                    "meeting.page.reopened",
                                    times.when(each.at()),
                                    reader.staff(each.by().staff()),
                                    each.by().reason()))
                            .toList());
        }

        private String closing(SessionRecord.Closing closing) {
            return closing.staff()
                    .map(staff -> texts.get("meeting.page.closedBy", times.when(closing.at()), reader.staff(staff)))
                    .orElseGet(() -> texts.get("meeting.page.closedBySystem", times.when(closing.at())));
        }

        private SessionModel.Declared declared(SessionRecord.Declared declared) {
            var figures = declared.figures();
            var count = figures.count();
            return new SessionModel.Declared(
                    times.time(declared.at()),
                    count.total(),
                    count.due(),
                    count.present(),
                    count.absent(),
                    texts.get("meeting.page.voters", count.votingDue(), count.votingPresent()),
                    figures.valid(),
                    name(figures.chair().value()),
                    reader.staff(figures.staff()),
                    figures.absent().stream()
                            .map(each ->
                                    new SessionModel.Absent(name(each.member().value()), why(each)))
                            .toList());
        }

        private String name(String member) {
            return reader.name(member)
                    .map(name -> fullNames ? name.full() : name.masked())
                    .orElse(member);
        }

        /// Why somebody asked leave is told with the names.
        private String why(Absence absence) {
            return switch (absence.missing()) {
                case LEAVE -> fullNames ? leave(absence.words()) : texts.get("meeting.absent.leave");
                case UNSIGNED -> texts.get("meeting.absent.unsigned");
                case WITHOUT_LEAVE ->
                    absence.words().isEmpty() || !fullNames
                            ? texts.get(absence.words().isEmpty() ? "meeting.absent.unknown" : "meeting.absent.reason")
                            : absence.words();
            };
        }

        private String leave(String kind) {
            for (var each : LeaveKind.values()) {
                if (each.name().equals(kind)) {
                    return switch (each) {
                        case PERSONAL -> texts.get("attendance.leave.personal");
                        case SICK -> texts.get("attendance.leave.sick");
                        case DUTY_TRAVEL -> texts.get("attendance.leave.travel");
                        case OTHER -> texts.get("attendance.leave.other");
                    };
                }
            }
            return texts.get("meeting.absent.leave");
        }

        private SessionModel.Item item(SessionRecord.Item item) {
            int last = item.ballots().size() - 1;
            return new SessionModel.Item(
                    item.number(),
                    item.about()
                            .map(member -> texts.get("meeting.page.itemOf", item.title(), name(member.value())))
                            .orElse(item.title()),
                    new AgendaWords(texts).kind(item.kind()),
                    item.standing()
                            .map(each -> outcome(each.ballot().outcome(), item.kind()))
                            .orElse(texts.get(
                                    item.kind().isVoted() ? "meeting.outcome.open" : "meeting.outcome.heard")),
                    item.isSettled(),
                    IntStream.rangeClosed(0, last)
                            .mapToObj(i -> ballot(item, item.ballots().get(i), i < last))
                            .toList());
        }

        private SessionModel.Ballot ballot(SessionRecord.Item item, SessionRecord.Taken taken, boolean former) {
            var ballot = taken.ballot();
            var totals = new ArrayList<String>();
            if (ballot.given() > 0 || ballot.returned() > 0) {
                totals.add(texts.get("meeting.page.papers", ballot.given(), ballot.returned(), ballot.invalid()));
            }
            ballot.votes().forEach(each -> totals.add(votes(each, ballot.votes().size() > 1)));
            return new SessionModel.Ballot(
                    times.time(taken.at()),
                    totals.isEmpty() ? "" : form(ballot.form()),
                    totals,
                    outcome(ballot.outcome(), item.kind()),
                    reader.staff(ballot.staff()),
                    former);
        }

        /// Whom it is on is said where there are several.
        private String votes(Votes votes, boolean several) {
            var numbers = votes.writtenYes() > 0
                    ? texts.get(
                            "meeting.page.votesWritten", votes.yes(), votes.no(), votes.abstain(), votes.writtenYes())
                    : texts.get("meeting.page.votes", votes.yes(), votes.no(), votes.abstain());
            return several ? texts.get("meeting.page.votesOf", name(votes.subject()), numbers) : numbers;
        }
    }

    /// One vote on one person, in a line that names nobody.
    String vote(SessionRecord.Item item, SessionRecord.Taken taken) {
        var ballot = taken.ballot();
        return ballot.votes().stream()
                .findFirst()
                .map(votes -> texts.get(
                        "meeting.page.voteInBook",
                        times.date(taken.at()),
                        texts.get("meeting.page.votes", votes.yes(), votes.no(), votes.abstain()),
                        outcome(ballot.outcome(), item.kind())))
                .orElseGet(() -> texts.get(
                        "meeting.page.outcomeInBook", times.date(taken.at()), outcome(ballot.outcome(), item.kind())));
    }

    private String form(BallotForm form) {
        return switch (form) {
            case ORAL -> texts.get("meeting.form.oral");
            case SHOW_OF_HANDS -> texts.get("meeting.form.hands");
            case SECRET -> texts.get("meeting.form.secret");
        };
    }

    private String outcome(BallotOutcome outcome, AgendaKind kind) {
        boolean election = kind == AgendaKind.ELECTION;
        return switch (outcome) {
            case PASSED -> texts.get(election ? "meeting.outcome.elected" : "meeting.outcome.passed");
            case NOT_PASSED -> texts.get(election ? "meeting.outcome.nobody" : "meeting.outcome.notPassed");
            case DEFERRED -> texts.get("meeting.outcome.deferred");
            case ESCALATED -> texts.get("meeting.outcome.escalated");
            case VOID -> texts.get("meeting.outcome.void");
        };
    }
}
