package cn.dangqun.kiosk.roll;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.fact.AttendanceFact.LeaveKind;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What stands on the screen of 签到名单.
sealed interface RollState {
    /// No name is left.
    record Shut() implements RollState {}

    record Reading() implements RollState {}

    record Unreadable() implements RollState {}

    /// Which activity; `today` tells the day's own from the others. `mayBegin`: another one may be begun.
    record Choosing(List<Activity> activities, LocalDate today, boolean mayBegin) implements RollState {
        public Choosing {
            activities = List.copyOf(activities);
        }
    }

    /// What kind of activity is to be begun.
    record ChoosingType() implements RollState {}

    /// Whose it is; only these have one of the kind. `failed`: it could not be saved.
    record ChoosingOrganizer(ActivityType type, List<Organization> organizers, boolean failed) implements RollState {
        public ChoosingOrganizer {
            organizers = List.copyOf(organizers);
        }
    }

    /// The people of one activity who fit; `ticked` are those found on the paper list while it is keyed in. `said` is
    /// what was done last. `roll`: only this one of a joint activity. `alone`: there is no
    /// other activity to choose.
    record Listed(
            RollSheet sheet,
            boolean alone,
            List<RollLine> shown,
            Optional<OrganizationId> roll,
            Filter filter,
            String letters,
            Optional<Set<MemberId>> ticked,
            Optional<Said> said)
            implements RollState {
        public Listed {
            shown = List.copyOf(shown);
            ticked = ticked.map(Set::copyOf);
        }

        boolean isPaper() {
            return ticked.isPresent();
        }
    }

    /// Whose roll of a joint activity is to be looked at.
    record ChoosingRoll(RollSheet sheet) implements RollState {}

    /// One person and what may be done.
    record One(RollSheet sheet, RollLine line, List<Deed> deeds) implements RollState {
        public One {
            deeds = List.copyOf(deeds);
        }
    }

    /// Why, what kind of leave, or by whose word; `leave` is the kind that was chosen already.
    record Asking(RollSheet sheet, RollLine line, Deed deed, Question question, Optional<LeaveKind> leave)
            implements RollState {}

    /// How many residents are here.
    record Counting(RollSheet sheet, String digits) implements RollState {}

    enum Filter {
        ALL,
        /// Who is not here, whatever the reason
        MISSING,
        HERE,
        LEAVE,
        UNSIGNED
    }

    enum Question {
        REASON,
        LEAVE_KIND,
        APPROVER
    }

    /// What came of an act. `undoable`: whom a slip of the finger may still be taken back of, within ten seconds.
    record Said(Word word, String name, Optional<MemberId> undoable) {}

    enum Word {
        OPENED,
        REGISTERED,
        /// Recorded, and counts once the person has signed
        TO_SIGN,
        AWAITING,
        APPROVED,
        LEAVE,
        EXPLAINED,
        CORRECTED,
        PAPER,
        COUNTED,
        OVERTAKEN,
        NOT_SAVED
    }
}
