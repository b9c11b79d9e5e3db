package cn.dangqun.domain.session;

import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.fact.SessionFact.BallotForm;
import cn.dangqun.domain.fact.SessionFact.BallotOutcome;
import cn.dangqun.domain.fact.SessionFact.Votes;
import cn.dangqun.domain.quorum.AgendaItem;
import cn.dangqun.domain.quorum.Ballot;
import cn.dangqun.domain.quorum.ItemResult;
import cn.dangqun.domain.quorum.Meeting;
import cn.dangqun.domain.quorum.MeetingVerdict;
import cn.dangqun.domain.quorum.WrittenOpinions;
import java.util.List;
import java.util.Optional;

/// Whether a ballot that is about to be recorded can be true, and what comes of it (R-106 to R-112, OQ-05, OQ-41).
public final class BallotRule {
    private BallotRule() {}

    /// Totals as they were counted. `given`, `returned` and `invalid` are asked of SECRET alone and 0 otherwise.
    public record Cast(BallotForm form, int given, int returned, int invalid, List<Votes> votes) {
        public Cast {
            votes = List.copyOf(votes);
            if (votes.isEmpty()) {
                throw new IllegalArgumentException("a ballot is on something");
            }
        }
    }

    /// What is to be said about a ballot.
    public sealed interface Finding {
        /// It stands. `elected` are those who have enough votes, in the order of the lines.
        record Counts(BallotOutcome outcome, MeetingVerdict verdict, List<String> elected) implements Finding {
            public Counts {
                elected = List.copyOf(elected);
            }
        }

        /// More came back than were given out: recorded as void, and to be repeated
        record Repeat() implements Finding {}

        /// Cannot be true, or may not be; nothing is recorded. `limit` is the number that was passed.
        record Refused(Fault fault, int limit) implements Finding {}
    }

    public enum Fault {
        /// Too few with a vote are in the room
        NO_QUORUM,
        NO_ELECTION_QUORUM,
        /// Nobody voted
        NO_VOTES,
        /// More votes than people with a vote in the room
        MORE_THAN_VOTERS,
        MORE_GIVEN_THAN_VOTERS,
        /// 有效 + 无效 is not 收回
        SUM_IS_NOT_RETURNED,
        /// The profile, or this kind of item, counts no written opinions
        WRITTEN_NOT_COUNTED,
        /// More written opinions than people with a vote who are absent
        MORE_WRITTEN_THAN_ABSENT
    }

    public static boolean countsWritten(WrittenOpinions rule, AgendaKind kind) {
        return rule == WrittenOpinions.ADMISSION_ONLY
                && (kind == AgendaKind.ADMIT_MEMBER || kind == AgendaKind.CONFIRM_MEMBER);
    }

    /// By the figures that were announced last.
    public static Finding find(SessionMeeting meeting, int number, AgendaKind kind, Cast cast) {
        var item = new AgendaItem(number, kind);
        return meeting.mayVote(kind)
                .<Finding>map(fault -> new Finding.Refused(fault.fault(), fault.limit()))
                .orElseGet(() -> impossible(meeting, kind, cast)
                        .<Finding>map(fault -> fault)
                        .orElseGet(() -> cast.form() == BallotForm.SECRET && cast.returned() > cast.given()
                                ? new Finding.Repeat()
                                : counts(meeting, item, cast)));
    }

    private static Optional<Finding.Refused> impossible(SessionMeeting meeting, AgendaKind kind, Cast cast) {
        int voters = meeting.count().votingPresent();
        int absent = meeting.count().votingDue() - voters;
        boolean secret = cast.form() == BallotForm.SECRET;
        if (secret && cast.given() > voters) {
            return refused(Fault.MORE_GIVEN_THAN_VOTERS, voters);
        }
        if (secret && cast.returned() > cast.given()) {
            return Optional.empty();
        }
        for (var each : cast.votes()) {
            long room = (long) each.yes() + each.no() + each.abstain();
            if (room + each.writtenYes() == 0 && cast.invalid() == 0) {
                return refused(Fault.NO_VOTES, 0);
            }
            if (room > voters) {
                return refused(Fault.MORE_THAN_VOTERS, voters);
            }
            if (secret && room + cast.invalid() != cast.returned()) {
                return refused(Fault.SUM_IS_NOT_RETURNED, cast.returned());
            }
            if (each.writtenYes() > 0 && !countsWritten(meeting.rules().writtenOpinions(), kind)) {
                return refused(Fault.WRITTEN_NOT_COUNTED, 0);
            }
            if (each.writtenYes() > absent) {
                return refused(Fault.MORE_WRITTEN_THAN_ABSENT, absent);
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding.Refused> refused(Fault fault, int limit) {
        return Optional.of(new Finding.Refused(fault, limit));
    }

    private static Finding counts(SessionMeeting meeting, AgendaItem item, Cast cast) {
        var ballots = cast.votes().stream()
                .map(each -> new Ballot(List.of(item.no()), each.yes(), each.no(), each.abstain(), each.writtenYes()))
                .toList();
        var verdict = new Meeting(meeting.type(), meeting.marks(), meeting.count(), List.of(item), ballots)
                .judge(meeting.profile(), meeting.rules());
        if (item.kind() == AgendaKind.ELECTION) {
            int needed = meeting.rules().neededToBeElected(meeting.count());
            var elected = cast.votes().stream()
                    .filter(each -> each.yes() >= needed)
                    .map(Votes::subject)
                    .toList();
            return new Finding.Counts(
                    elected.isEmpty() ? BallotOutcome.NOT_PASSED : BallotOutcome.PASSED, verdict, elected);
        }
        boolean passed = verdict.items().getFirst().result() == ItemResult.PASSED;
        return new Finding.Counts(passed ? BallotOutcome.PASSED : BallotOutcome.NOT_PASSED, verdict, List.of());
    }
}
