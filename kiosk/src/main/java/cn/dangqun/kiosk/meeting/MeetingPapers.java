package cn.dangqun.kiosk.meeting;

import cn.dangqun.domain.explain.MeetingExplanation;
import cn.dangqun.domain.fact.SessionFact.Absence;
import cn.dangqun.domain.fact.SessionFact.BallotForm;
import cn.dangqun.domain.fact.SessionFact.BallotOutcome;
import cn.dangqun.domain.fact.SessionFact.BallotRecorded;
import cn.dangqun.domain.quorum.AgendaItem;
import cn.dangqun.domain.quorum.MeetingCount;
import cn.dangqun.domain.session.BallotRule;
import cn.dangqun.domain.session.SessionRecord;
import cn.dangqun.domain.session.SessionRecord.Item;
import cn.dangqun.domain.session.SessionRecord.Taken;
import cn.dangqun.kiosk.activity.ActivityWords;
import cn.dangqun.kiosk.print.PaperOffer;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.papers.Announcement;
import cn.dangqun.papers.BallotProtocol;
import cn.dangqun.papers.MeetingHead;
import cn.dangqun.papers.MinutesPage;
import cn.dangqun.papers.Paper;
import cn.dangqun.papers.ResolutionReport;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The papers of a session: what was announced, each ballot, a page for the hand-written book, the report of what was
/// resolved. All by what stands on the record when they are printed. Reads the disk when a paper is asked for.
public final class MeetingPapers {
    private static final int RULED = 6;

    private final MeetingDesk desk;
    private final Look look;
    private final Texts texts;
    private final MeetingWords words;

    public MeetingPapers(MeetingDesk desk, Look look) {
        this.desk = desk;
        this.look = look;
        this.texts = look.texts();
        this.words = new MeetingWords(look);
    }

    static boolean hasAny(MeetingView view) {
        return view.activity().hasAgenda() && view.record().lastDeclared().isPresent();
    }

    /// Of a session whose figures were announced.
    public PaperOffer offer(MeetingView view, String back) {
        var sheets = new ArrayList<PaperOffer.Sheet>();
        sheets.add(sheet("meeting.paper.announcement", view, each -> List.of(announcement(each))));
        if (!voted(view).isEmpty()) {
            sheets.add(sheet("meeting.paper.ballots", view, this::ballots));
        }
        sheets.add(sheet("meeting.paper.minutes", view, each -> List.of(minutes(each))));
        if (!resolved(view).isEmpty()) {
            sheets.add(sheet("meeting.paper.report", view, each -> List.of(report(each))));
        }
        return new PaperOffer(view.activity().title(), sheets, back);
    }

    private PaperOffer.Sheet sheet(String label, MeetingView view, Function<MeetingView, List<Paper>> papers) {
        var activity = view.activity();
        var kind = ActivityWords.type(activity.type(), texts);
        return new PaperOffer.Sheet(
                texts.get(label),
                activity.heldOn() + "-" + kind + "-" + texts.get(label),
                () -> papers.apply(desk.view(activity.id()).orElseThrow()));
    }

    private static List<Item> voted(MeetingView view) {
        return view.record().agenda().stream()
                .filter(item -> item.standing()
                        .filter(each -> !each.ballot().votes().isEmpty())
                        .isPresent())
                .toList();
    }

    private static List<Item> resolved(MeetingView view) {
        return voted(view).stream()
                .filter(item -> item.standing()
                        .filter(each -> each.ballot().outcome() == BallotOutcome.PASSED)
                        .isPresent())
                .toList();
    }

    private Paper announcement(MeetingView view) {
        var declared = view.record().lastDeclared().orElseThrow();
        var count = declared.figures().count();
        var lines = MeetingExplanation.of(view.meeting(count).judge(agenda(view)));
        return new Announcement(
                head(view),
                List.of(
                        new Announcement.Figure(texts.get("meeting.paper.total"), count.total(), ""),
                        new Announcement.Figure(
                                texts.get("meeting.paper.due"),
                                count.due(),
                                texts.get("meeting.paper.voters", count.votingDue())),
                        new Announcement.Figure(
                                texts.get("meeting.paper.present"),
                                count.present(),
                                texts.get("meeting.paper.votersHere", count.votingPresent())),
                        new Announcement.Figure(texts.get("meeting.paper.absent"), count.absent(), "")),
                declared.figures().absent().stream()
                        .map(each -> new Announcement.Person(
                                view.nameOf(each.member().value()), words.why(each), ""))
                        .toList(),
                List.of(),
                List.of(),
                List.of(view.terms().title()),
                lines.get(1));
    }

    private static List<AgendaItem> agenda(MeetingView view) {
        return view.record().agenda().stream().map(Item::asItem).toList();
    }

    private List<Paper> ballots(MeetingView view) {
        return voted(view).stream().<Paper>map(item -> ballot(view, item)).toList();
    }

    private BallotProtocol ballot(MeetingView view, Item item) {
        var taken = item.standing().orElseThrow();
        var ballot = taken.ballot();
        var verdict = verdict(view, item, taken);
        var slips = new BallotProtocol.Slips(
                ballot.given(), ballot.returned(), ballot.returned() - ballot.invalid(), ballot.invalid());
        return new BallotProtocol(
                head(view),
                words.title(view, item),
                words.form(ballot.form()),
                taken.by().map(this::voters).orElse(""),
                ballot.form() == BallotForm.SECRET ? Optional.of(slips) : Optional.empty(),
                ballot.votes().stream()
                        .map(each -> new BallotProtocol.Votes(
                                view.nameOf(each.subject()), each.yes() + each.writtenYes(), each.no(), each.abstain()))
                        .toList(),
                written(ballot),
                List.of(view.terms().title()),
                String.join("", verdict));
    }

    /// How many there are is known, and not whose.
    private List<BallotProtocol.Opinion> written(BallotRecorded ballot) {
        return ballot.votes().stream()
                .filter(each -> each.writtenYes() > 0)
                .map(each -> new BallotProtocol.Opinion(
                        texts.get("meeting.paper.written", each.writtenYes()),
                        texts.get("meeting.votes.yes"),
                        texts.get("meeting.paper.counted")))
                .toList();
    }

    private String voters(MeetingCount count) {
        return texts.get("meeting.paper.votersOf", count.votingDue(), count.votingPresent());
    }

    /// Why it passed or did not, by the figures that had been announced.
    private List<String> verdict(MeetingView view, Item item, Taken taken) {
        var finding = taken.by()
                .map(by -> BallotRule.find(view.meeting(by), item.number(), item.kind(), cast(taken.ballot())));
        return finding.map(each -> words.found(view, each)).orElse(List.of());
    }

    private static BallotRule.Cast cast(BallotRecorded ballot) {
        return new BallotRule.Cast(ballot.form(), ballot.given(), ballot.returned(), ballot.invalid(), ballot.votes());
    }

    private Paper minutes(MeetingView view) {
        var declared = view.record().lastDeclared().orElseThrow();
        var agenda = view.record().agenda().stream()
                .map(item -> words.title(view, item))
                .toList();
        var resolved = voted(view).stream()
                .map(item -> texts.get(
                        "meeting.paper.resolution",
                        words.title(view, item),
                        words.totals(view, item.standing().orElseThrow().ballot()),
                        words.result(item)))
                .toList();
        return new MinutesPage(
                head(view),
                texts.get(
                        "meeting.paper.attendance",
                        declared.figures().count().due(),
                        declared.figures().count().present()),
                missing(view, declared),
                "",
                List.of(
                        new MinutesPage.Section(texts.get("meeting.paper.agenda"), agenda),
                        new MinutesPage.Section(texts.get("meeting.paper.speeches"), List.of()),
                        new MinutesPage.Section(texts.get("meeting.paper.dissent"), List.of()),
                        new MinutesPage.Section(texts.get("meeting.paper.resolutions"), resolved)),
                RULED);
    }

    private String missing(MeetingView view, SessionRecord.Declared declared) {
        var absent = declared.figures().absent();
        return absent.isEmpty()
                ? texts.get("meeting.absent.nobody")
                : absent.stream().map(each -> missing(view, each)).collect(Collectors.joining("、"));
    }

    private String missing(MeetingView view, Absence absence) {
        return texts.get("meeting.paper.missing", view.nameOf(absence.member().value()), words.why(absence));
    }

    private Paper report(MeetingView view) {
        var activity = view.activity();
        var resolved = resolved(view);
        var title = resolved.size() == 1
                ? texts.get("meeting.paper.reportOn", topic(view, resolved.getFirst()))
                : texts.get("meeting.paper.reportOnSeveral", resolved.size());
        var paragraphs = resolved.stream()
                .map(item -> texts.get(
                        "meeting.paper.reported",
                        texts.date(activity.starts(), look.zone()),
                        ActivityWords.type(activity.type(), texts),
                        topic(view, item),
                        item.standing().orElseThrow().by().map(this::voters).orElse(""),
                        words.form(item.standing().orElseThrow().ballot().form()),
                        words.totals(view, item.standing().orElseThrow().ballot())))
                .toList();
        return new ResolutionReport(
                view.organization(),
                view.superior().isEmpty() ? texts.get("meeting.paper.superior") : view.superior(),
                title,
                "",
                paragraphs,
                List.of(texts.get("meeting.paper.ballots")),
                activity.heldOn());
    }

    private static String topic(MeetingView view, Item item) {
        return item.about()
                .map(member -> item.title() + "（" + view.nameOf(member.value()) + "）")
                .orElse(item.title());
    }

    private MeetingHead head(MeetingView view) {
        var activity = view.activity();
        return new MeetingHead(
                view.organization(),
                ActivityWords.type(activity.type(), texts),
                activity.title(),
                Optional.of(local(activity.starts())),
                view.record().closing().map(each -> local(each.at())),
                activity.place(),
                view.record()
                        .lastDeclared()
                        .map(each -> view.nameOf(each.figures().chair().value()))
                        .orElse(""),
                "");
    }

    private LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, look.zone());
    }
}
