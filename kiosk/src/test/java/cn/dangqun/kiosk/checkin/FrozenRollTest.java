package cn.dangqun.kiosk.checkin;

import static cn.dangqun.kiosk.reference.MadeUpStreet.FIRST_BRANCH;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_FIRST;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_GROUP;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_SECOND;
import static cn.dangqun.kiosk.reference.MadeUpStreet.PROBATIONARY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.SECOND_BRANCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.FreezeCause;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceChange;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The first tap settles who is due; what the roster says later changes nothing that was.
class FrozenRollTest extends DeskOnDisk {
    @Test
    void theFirstTapFreezesTheRollOfTheDay() throws Exception {
        checkedIn(IN_FIRST);
        checkedIn(IN_GROUP);

        var frozen =
                assertInstanceOf(AttendanceFact.RollFrozen.class, everything().getFirst());
        assertEquals(FreezeCause.FIRST_TAP, frozen.cause());
        assertEquals(FIRST_BRANCH, frozen.roll().organization());
        assertEquals(
                Set.of(IN_GROUP.id(), IN_FIRST.id(), PROBATIONARY.id()),
                frozen.roll().members());
        assertEquals(reference.applied(), frozen.reference());
        assertEquals(3, everything().size(), "frozen once");
    }

    @Test
    void whoIsMovedOrTakenOffAfterwardsStaysDueAndPresent() {
        checkedIn(IN_FIRST);
        checkedIn(IN_GROUP);

        apply(ReferenceChange.put(
                reference.applied() + 1, new ReferenceItem.MemberItem(moved(IN_FIRST, SECOND_BRANCH))));
        apply(ReferenceChange.remove(
                reference.applied() + 1, ReferenceKind.MEMBER, IN_GROUP.id().value()));

        assertEquals(new Tally(3, 3), checkedIn(PROBATIONARY).tally());
    }

    @Test
    void whoMovesInAfterwardsIsAnObserver() {
        checkedIn(IN_FIRST);
        apply(ReferenceChange.put(
                reference.applied() + 1, new ReferenceItem.MemberItem(moved(IN_SECOND, FIRST_BRANCH))));

        var outcome = assertInstanceOf(CheckInOutcome.OtherBranch.class, tap(IN_SECOND));
        var joined = (CheckInOutcome.CheckedIn)
                desk.presentFor(cardOf(IN_SECOND), outcome.open().getFirst().id())
                        .join();

        assertEquals(AttendanceRole.OBSERVER, joined.role());
        assertEquals(new Tally(3, 1), joined.tally());
    }

    private static Member moved(Member member, OrganizationId branch) {
        return new Member(member.id(), member.name(), member.status(), member.relation(), branch, Optional.empty());
    }
}
