package cn.dangqun.domain.fact;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.quorum.MeetingCount;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// What happened in a session that duty staff run: opened, declared, voted, written down, closed (RULES 1.6, R-100 to
/// `staff` is the street's identifier of who recorded it. Of facts about one thing the last stands.
public sealed interface SessionFact extends Fact {
    ActivityId activity();

    /// Opened by staff; `adHoc` says what it is when nobody had planned it.
    record Opened(ActivityId activity, Optional<AdHoc> adHoc, String staff) implements SessionFact {}

    /// What an activity is that was begun at the kiosk (OQ-35).
    record AdHoc(ActivityType type, OrganizationId organization, String title, String place) {
        /// How long such an activity is taken to last.
        public static final Duration LASTS = Duration.ofHours(2);

        /// The activity that began at `at` by the kiosk's clock; kiosk and street make the same of it. Nobody
        /// is late at what nobody had planned.
        public Activity begun(ActivityId id, Instant at, ZoneId zone) {
            var starts = at.truncatedTo(ChronoUnit.MINUTES);
            var ends = starts.plus(LASTS);
            return new Activity(
                    id,
                    type,
                    organization,
                    title,
                    place,
                    LocalDate.ofInstant(starts, zone),
                    starts,
                    ends,
                    new CheckInWindow(starts, ends, ends));
        }
    }

    /// 提前通知: who was told, and how (R-102, OQ-06).
    record NoticeGiven(ActivityId activity, List<MemberId> members, Notice how, String staff) implements SessionFact {
        public NoticeGiven {
            members = List.copyOf(members);
        }
    }

    /// 宣布情况: the figures the chair announced, and whether the meeting is valid by `profile`. A later one is
    /// another snapshot; none is ever changed (OQ-19).
    record FiguresDeclared(
            ActivityId activity,
            OrganizationId organization,
            MeetingCount count,
            boolean valid,
            MemberId chair,
            String profile,
            List<Absence> absent,
            String staff)
            implements SessionFact {
        public FiguresDeclared {
            absent = List.copyOf(absent);
        }
    }

    /// Why somebody was missing when it was announced. `words` is the kind of the leave or the reason, empty where none
    /// is known.
    record Absence(MemberId member, Missing missing, String words) {}

    /// Somebody left the room, or came back: no voter meanwhile, 实到 all the same (F-100).
    record SteppedOut(ActivityId activity, MemberId member, boolean out, String staff) implements SessionFact {}

    /// A step of the day's template was done, or taken back.
    record StepTicked(ActivityId activity, String step, boolean done, String staff) implements SessionFact {}

    /// An item of the agenda, `number` from 1; `about` is the member it concerns, if it does.
    record ItemSet(
            ActivityId activity, int number, AgendaKind kind, String title, Optional<MemberId> about, String staff)
            implements SessionFact {
        public ItemSet {
            if (number < 1) {
                throw new IllegalArgumentException("items are numbered from 1");
            }
        }
    }

    /// One ballot on one item. Totals only: nobody's vote is ever known. `given` and `returned` are 0
    /// where nothing was written; one line for a resolution or applicant, one a candidate in an election.
    record BallotRecorded(
            ActivityId activity,
            int item,
            BallotForm form,
            int given,
            int returned,
            int invalid,
            List<Votes> votes,
            BallotOutcome outcome,
            String staff)
            implements SessionFact {
        public BallotRecorded {
            votes = List.copyOf(votes);
            if (item < 1 || given < 0 || returned < 0 || invalid < 0) {
                throw new IllegalArgumentException("ballots are counted from 0, on an item from 1");
            }
        }
    }

    /// Totals for what or whom was voted on: a member's id, or the title of the item.
    record Votes(String subject, int yes, int no, int abstain, int writtenYes) {
        public Votes {
            if (yes < 0 || no < 0 || abstain < 0 || writtenYes < 0) {
                throw new IllegalArgumentException("votes are counted from 0");
            }
        }
    }

    /// Minutes as they stand; `scan` is the handwritten page (R-114, OQ-08), `chair` and `recorder` are
    /// named in them.
    record MinutesSaved(
            ActivityId activity,
            SealedId text,
            Optional<SealedId> scan,
            MemberId chair,
            MemberId recorder,
            boolean dissent,
            String staff)
            implements SessionFact {}

    /// Who paid the month's fee at a theme day, or that it was a mistake; no amounts (R-130, OQ-33).
    record FeeTicked(ActivityId activity, MemberId member, YearMonth month, boolean paid, String staff)
            implements SessionFact {}

    /// Over. `staff` is empty where nobody closed it and the system did (OQ-36).
    record Closed(ActivityId activity, Optional<String> staff) implements SessionFact {}

    /// Open again, with a reason; what was announced and voted stays.
    record Reopened(ActivityId activity, Handling by) implements SessionFact {}

    /// How somebody stood who was missing.
    enum Missing {
        LEAVE,
        WITHOUT_LEAVE,
        UNSIGNED
    }

    /// How somebody was told.
    enum Notice {
        PHONE,
        MESSAGE,
        IN_PERSON,
        POSTED
    }

    /// Ballot forms.
    enum BallotForm {
        ORAL,
        SHOW_OF_HANDS,
        SECRET
    }

    /// What came of a ballot.
    enum BallotOutcome {
        PASSED,
        NOT_PASSED,
        DEFERRED,
        ESCALATED,
        /// 收回 more than 发出: to be repeated (OQ-41)
        VOID
    }
}
