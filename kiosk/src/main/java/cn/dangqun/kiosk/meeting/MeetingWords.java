package cn.dangqun.kiosk.meeting;

import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.explain.MeetingExplanation;
import cn.dangqun.domain.fact.AttendanceFact.LeaveKind;
import cn.dangqun.domain.fact.SessionFact.Absence;
import cn.dangqun.domain.fact.SessionFact.BallotForm;
import cn.dangqun.domain.fact.SessionFact.BallotOutcome;
import cn.dangqun.domain.fact.SessionFact.BallotRecorded;
import cn.dangqun.domain.fact.SessionFact.Votes;
import cn.dangqun.domain.organization.CommitteePost;
import cn.dangqun.domain.session.BallotRule;
import cn.dangqun.domain.session.SessionRecord;
import cn.dangqun.kiosk.activity.ActivityWords;
import cn.dangqun.kiosk.meeting.BallotDraft.Field;
import cn.dangqun.kiosk.meeting.MeetingState.Word;
import cn.dangqun.kiosk.meeting.MeetingView.Chair;
import cn.dangqun.kiosk.meeting.MeetingView.Person;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words of 主持会议.
final class MeetingWords {
    private final Look look;
    private final Texts texts;

    MeetingWords(Look look) {
        this.look = look;
        this.texts = look.texts();
    }

    String about(MeetingView view) {
        return texts.get(
                "meeting.about",
                view.organization(),
                texts.date(view.activity().starts(), look.zone()),
                texts.time(view.activity().starts(), look.zone()));
    }

    String figures(MeetingView view) {
        var count = view.count();
        return texts.get("meeting.figures", count.total(), count.due(), count.present(), count.absent());
    }

    /// Whether the meeting may vote, and why.
    String quorum(MeetingView view) {
        return MeetingExplanation.of(view.verdict()).get(1);
    }

    /// By which rules.
    String rules(MeetingView view) {
        return texts.get("meeting.rules", view.terms().title());
    }

    /// What was announced last, or that it is to be announced.
    String announced(MeetingView view) {
        var last = view.record().lastDeclared();
        if (last.isEmpty()) {
            return texts.get("meeting.notDeclared");
        }
        var at = texts.time(last.get().at(), look.zone());
        var chair = view.nameOf(last.get().figures().chair().value());
        return view.announced().isPresent()
                ? texts.get("meeting.declared", at, chair)
                : texts.get("meeting.declared.stale", at);
    }

    String absent(Person person) {
        return texts.get("meeting.absent", person.name(), why(person.absence()));
    }

    /// As it was announced.
    String why(Absence absence) {
        return switch (absence.missing()) {
            case LEAVE -> leave(absence.words());
            case UNSIGNED -> texts.get("meeting.why.unsigned");
            case WITHOUT_LEAVE -> absence.words().isEmpty() ? texts.get("meeting.why.unknown") : absence.words();
        };
    }

    /// The numbers of a ballot, in one sentence.
    String totals(MeetingView view, BallotRecorded ballot) {
        return ballot.votes().stream()
                .map(each -> totals(view, each, ballot.votes().size() > 1))
                .collect(Collectors.joining("；"));
    }

    /// Whom it is on is said where there are several.
    String totals(MeetingView view, Votes votes, boolean several) {
        var numbers = votes.writtenYes() > 0
                ? texts.get("meeting.total.written", votes.yes(), votes.no(), votes.abstain(), votes.writtenYes())
                : texts.get("meeting.total.votes", votes.yes(), votes.no(), votes.abstain());
        return several ? texts.get("meeting.total.of", view.nameOf(votes.subject()), numbers) : numbers;
    }

    /// A kind that only a newer version has a word for is leave all the same.
    private String leave(String kind) {
        return Stream.of(LeaveKind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .map(each -> ActivityWords.leave(each, texts))
                .orElseGet(() -> texts.get("roll.state.leave"));
    }

    String chair(Chair chair) {
        return chair.post()
                .map(post -> texts.get("meeting.chair.post", chair.name(), post(post)))
                .orElse(chair.name());
    }

    private String post(CommitteePost post) {
        return switch (post) {
            case SECRETARY -> texts.get("meeting.post.secretary");
            case DEPUTY_SECRETARY -> texts.get("meeting.post.deputy");
            case ORGANIZATION -> texts.get("meeting.post.organization");
            case PUBLICITY -> texts.get("meeting.post.publicity");
            case DISCIPLINE -> texts.get("meeting.post.discipline");
            case MEMBER -> texts.get("meeting.post.member");
        };
    }

    String kind(AgendaKind kind) {
        return switch (kind) {
            case STUDY -> texts.get("meeting.kind.study");
            case REPORT -> texts.get("meeting.kind.report");
            case RESOLUTION -> texts.get("meeting.kind.resolution");
            case ADMIT_MEMBER -> texts.get("meeting.kind.admit");
            case CONFIRM_MEMBER -> texts.get("meeting.kind.confirm");
            case REVIEW -> texts.get("meeting.kind.review");
            case REWARD_PENALTY -> texts.get("meeting.kind.reward");
            case ELECTION -> texts.get("meeting.kind.election");
            case OTHER -> texts.get("meeting.kind.other");
        };
    }

    /// Whom it is about stands with it.
    String title(MeetingView view, SessionRecord.Item item) {
        var title = texts.get("meeting.item", item.number(), item.title());
        return item.about()
                .map(member -> texts.get("meeting.item.about", title, view.nameOf(member.value())))
                .orElse(title);
    }

    String result(SessionRecord.Item item) {
        return item.standing()
                .map(each -> outcome(each.ballot().outcome(), item.kind()))
                .orElseGet(
                        () -> item.kind().isVoted() ? texts.get("meeting.item.open") : texts.get("meeting.item.heard"));
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

    String form(BallotForm form) {
        return switch (form) {
            case ORAL -> texts.get("meeting.form.oral");
            case SHOW_OF_HANDS -> texts.get("meeting.form.hands");
            case SECRET -> texts.get("meeting.form.secret");
        };
    }

    String field(Field field) {
        return switch (field.asked()) {
            case GIVEN -> texts.get("meeting.votes.given");
            case RETURNED -> texts.get("meeting.votes.returned");
            case INVALID -> texts.get("meeting.votes.invalid");
            case YES -> texts.get("meeting.votes.yes");
            case NO -> texts.get("meeting.votes.no");
            case ABSTAIN -> texts.get("meeting.votes.abstain");
            case WRITTEN -> texts.get("meeting.votes.written");
        };
    }

    /// What comes of the numbers, a sentence or two.
    List<String> found(MeetingView view, BallotRule.Finding finding) {
        return switch (finding) {
            case BallotRule.Finding.Counts counts ->
                counts.elected().isEmpty()
                        ? List.of(MeetingExplanation.of(counts.verdict()).get(2))
                        : List.of(
                                MeetingExplanation.of(counts.verdict()).get(2),
                                texts.get(
                                        "meeting.elected",
                                        counts.elected().stream()
                                                .map(view::nameOf)
                                                .collect(Collectors.joining("、"))));
            case BallotRule.Finding.Repeat _ -> List.of(texts.get("meeting.found.void"));
            case BallotRule.Finding.Refused(var fault, var limit) -> List.of(fault(fault, limit));
        };
    }

    private String fault(BallotRule.Fault fault, int limit) {
        return switch (fault) {
            case NO_QUORUM -> texts.get("meeting.fault.noQuorum", limit);
            case NO_ELECTION_QUORUM -> texts.get("meeting.fault.noElectionQuorum", limit);
            case NO_VOTES -> texts.get("meeting.fault.noVotes");
            case MORE_THAN_VOTERS -> texts.get("meeting.fault.moreThanVoters", limit);
            case MORE_GIVEN_THAN_VOTERS -> texts.get("meeting.fault.moreGiven", limit);
            case SUM_IS_NOT_RETURNED -> texts.get("meeting.fault.sum", limit);
            case WRITTEN_NOT_COUNTED -> texts.get("meeting.fault.written");
            case MORE_WRITTEN_THAN_ABSENT -> texts.get("meeting.fault.moreWritten", limit);
        };
    }

    List<String> reasons() {
        return List.of(
                texts.get("meeting.reopen.ballot"),
                texts.get("meeting.reopen.early"),
                texts.get("meeting.reopen.people"),
                texts.get("meeting.reopen.slip"));
    }

    String said(Word word) {
        return switch (word) {
            case DECLARED -> texts.get("meeting.said.declared");
            case VOTED -> texts.get("meeting.said.voted");
            case VOID -> texts.get("meeting.said.void");
            case SET_ASIDE -> texts.get("meeting.said.setAside");
            case CLOSED -> texts.get("meeting.said.closed");
            case REOPENED -> texts.get("meeting.said.reopened");
            case OVERTAKEN -> texts.get("meeting.said.overtaken");
            case NOT_SAVED -> texts.get("roll.said.notSaved");
        };
    }

    String colour(Word word) {
        return switch (word) {
            case VOID, OVERTAKEN, NOT_SAVED -> "amber";
            case DECLARED, VOTED, SET_ASIDE, CLOSED, REOPENED -> "green";
        };
    }
}
