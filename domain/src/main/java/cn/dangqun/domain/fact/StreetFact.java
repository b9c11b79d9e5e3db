package cn.dangqun.domain.fact;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.AttendanceFact.Counting;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/// What people at the street decided about facts of kiosks, recorded in the street's own ledger and folded together
/// with theirs, so that a rebuild gives the same page (DESIGN §4). Of decisions about one thing the last stands.
public sealed interface StreetFact extends Fact {
    Ruling ruling();

    /// Who decided, by login, and why.
    record Ruling(String login, String reason) {
        public Ruling {
            if (reason.isBlank() || reason.length() > Handling.LONGEST) {
                throw new IllegalArgumentException(
                        "a decision has a reason of at most " + Handling.LONGEST + " characters");
            }
        }
    }

    /// A record that was set aside is dealt with.
    record ParkedSettled(FactId record, Settlement settlement, Ruling ruling) implements StreetFact {}

    /// A guest is somebody whom the street knows, and counts so (reconciliation 3).
    record GuestMatched(ActivityId activity, FactId guest, MemberId member, Counting as, Ruling ruling)
            implements StreetFact {}

    /// Of several check-ins of one person at one activity this one counts (reconciliation 2).
    record CheckInChosen(ActivityId activity, MemberId member, FactId checkIn, Ruling ruling) implements StreetFact {}

    /// Somebody belongs on a frozen roll after all; nobody is ever taken off one (RULES, Freezing).
    record RollAmended(ActivityId activity, OrganizationId organization, MemberId member, boolean voting, Ruling ruling)
            implements StreetFact {}

    /// What a reviewer answered to something that waited. [ReviewItem.Answer#REOPENED] takes back whatever was decided
    /// about it before, by this or by another fact.
    record ItemDecided(ReviewItem item, ReviewItem.Answer answer, Ruling ruling) implements StreetFact {}

    /// Reviewed, or returned to the branch to be completed (reconciliation 8).
    record ActivityReviewed(ActivityId activity, OrganizationId organization, Verdict verdict, Ruling ruling)
            implements StreetFact {}

    /// The month's report is fixed, or opened again (OQ-32). `organization` is the top of what it covers.
    record MonthLocked(YearMonth month, OrganizationId organization, boolean locked, Ruling ruling)
            implements StreetFact {}

    /// Somebody caught up on what they had missed, or was visited at home, on `day` (R-053, OQ-23); nothing of the kind
    /// changes what the roll of `activity` says. Not `stands`: what was noted under this id is taken back.
    record StudyNoted(
            String id,
            MemberId member,
            Study study,
            Optional<ActivityId> activity,
            LocalDate day,
            boolean stands,
            Ruling ruling)
            implements StreetFact {
        public StudyNoted {
            if (!id.matches("[A-Za-z0-9-]{1,64}")) {
                throw new IllegalArgumentException("a note's id has 1 to 64 of A-Z a-z 0-9 -");
            }
            if ((study == Study.MADE_UP) != activity.isPresent()) {
                throw new IllegalArgumentException("only what was missed is made up for");
            }
        }
    }

    /// The month's fee was paid, or it was not after all; no amounts (R-130, OQ-33). `ticked` is the theme day at which
    /// a kiosk's tick is meant, empty for what the street entered itself. Of facts about one thing the last stands.
    record FeeNoted(MemberId member, YearMonth month, Optional<ActivityId> ticked, boolean paid, Ruling ruling)
            implements StreetFact {}

    /// A branch's books of a year are closed, printed and filed, or opened again (R-166, OQ-39).
    record BooksFiled(int year, OrganizationId organization, Filing filing, Ruling ruling) implements StreetFact {
        public BooksFiled {
            if (year < 1900 || year > 2199) {
                throw new IllegalArgumentException("books are of a year that people mean");
            }
        }
    }

    /// A step of a month's report on its way up, or what came back from above. `day` is when it was
    /// done or written, `party` who received or sent it, empty where nobody did; what was said is the ruling's
    /// reason. `about` is the branch that a comment or an inspection is of.
    record ReportNoted(
            YearMonth month,
            OrganizationId organization,
            ReportStep step,
            LocalDate day,
            String party,
            Optional<OrganizationId> about,
            Ruling ruling)
            implements StreetFact {
        public static final int LONGEST_PARTY = 60;

        public ReportNoted {
            if (party.length() > LONGEST_PARTY) {
                throw new IllegalArgumentException("who receives or sends is named in at most " + LONGEST_PARTY);
            }
        }
    }

    /// How a year's books stand.
    enum Filing {
        /// 归档: what comes later is a correction
        CLOSED,
        /// 已打印归档: they stand in their boxes
        PRINTED,
        /// 重新打开
        REOPENED
    }

    /// What is done with a month's report, in this order; comments and inspections may come several times.
    enum ReportStep {
        /// Somebody compared it with what the pages say
        CHECKED,
        /// Sent upward: the copy is fixed
        SENT,
        /// The district has it
        RECEIPT,
        /// 讲评 of the district
        COMMENT,
        /// Whatever was done before is begun again; copies stay
        TAKEN_BACK,
        /// Notes of the district's inspection
        INSPECTED
    }

    /// What somebody studied apart from what they came to.
    enum Study {
        /// 补课: gives the hours of what was missed, and nothing else
        MADE_UP,
        /// 送学上门: is counted as a visit
        HOME_VISIT
    }

    /// What became of a record that was set aside.
    enum Settlement {
        /// Looked into: it counts for nothing
        DISREGARDED,
        /// What it said was recorded in another way
        RECORDED_OTHERWISE
    }

    /// What a review came to.
    enum Verdict {
        REVIEWED,
        RETURNED
    }
}
