package cn.dangqun.kiosk.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.staff.StaffDesk.Unlock;
import cn.dangqun.kiosk.staff.StaffUnlockState.Remark;
import cn.dangqun.kiosk.ui.HandMovedTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StaffUnlockViewModelTest {
    private static final StaffMember PERSON = new StaffMember("s-1", "样例甲", "上午", StaffRole.DUTY_STAFF);

    private final List<String> tried = new ArrayList<>();
    private final List<StaffMember> unlocked = new ArrayList<>();
    private final HandMovedTime time = new HandMovedTime(Instant.EPOCH);
    private List<StaffMember> staff = List.of(PERSON);
    private CompletableFuture<Unlock> verdict = new CompletableFuture<>();
    private final StaffUnlockViewModel model = new StaffUnlockViewModel(new Desk(), time, Runnable::run, unlocked::add);

    @Test
    void letsChooseAmongTheStaff() {
        model.open();

        assertEquals(
                new StaffUnlockState.Choosing(List.of(PERSON)), model.state().get());
    }

    @Test
    void saysWhenNobodyIsKnown() {
        staff = List.of();
        model.open();

        assertEquals(new StaffUnlockState.NobodyKnown(), model.state().get());
    }

    @Test
    void saysWhenTheNamesCannotBeRead() {
        staff = null;
        model.open();

        assertEquals(new StaffUnlockState.Unreadable(), model.state().get());
    }

    @Test
    void triesNothingShorterThanFourDigits() {
        enter("123");

        assertEquals(List.of(), tried);
    }

    @Test
    void keepsEightDigitsAtMost() {
        enter("123456789");

        assertEquals(List.of("s-1 12345678"), tried);
    }

    @Test
    void opensForTheRightPin() {
        verdict = CompletableFuture.completedFuture(new Unlock.Unlocked(PERSON));
        enter("2468");

        assertEquals(List.of(PERSON), unlocked);
    }

    @Test
    void startsAfreshAfterAWrongPin() {
        verdict = CompletableFuture.completedFuture(new Unlock.WrongPin(2));
        enter("1111");

        assertEquals(
                new StaffUnlockState.Entering(PERSON, 0, new Remark.Wrong(2)),
                model.state().get());
        model.type("5");
        assertEquals(
                new StaffUnlockState.Entering(PERSON, 1, new Remark.None()),
                model.state().get());
    }

    @Test
    void takesNoDigitsWhileLockedOut() {
        verdict = CompletableFuture.completedFuture(new Unlock.LockedOut(Instant.EPOCH.plusSeconds(300)));
        enter("1111");
        model.type("2");
        model.confirm();

        assertEquals(
                new StaffUnlockState.LockedOut(PERSON, Instant.EPOCH.plusSeconds(300)),
                model.state().get());
        assertEquals(1, tried.size());
    }

    @Test
    void opensNothingOnceTheVisitorHasLeft() {
        enter("2468");
        model.leave();
        verdict.complete(new Unlock.Unlocked(PERSON));

        assertEquals(List.of(), unlocked);
    }

    @Test
    void forgetsWhatWasTypedWhenAnotherPersonIsChosen() {
        model.open();
        model.choose(PERSON);
        model.type("9");
        model.open();
        enter("2468");

        assertEquals(List.of("s-1 2468"), tried);
    }

    @Test
    void neverKeepsThePinInAState() {
        model.open();
        model.choose(PERSON);
        "7391".codePoints().mapToObj(Character::toString).forEach(model::type);

        assertFalse(model.state().get().toString().contains("7391"));
    }

    private void enter(String digits) {
        model.open();
        model.choose(PERSON);
        digits.codePoints().mapToObj(Character::toString).forEach(model::type);
        model.confirm();
    }

    private final class Desk implements StaffDesk {
        @Override
        public List<StaffMember> staff() {
            if (staff == null) {
                throw new IllegalStateException("a disk that cannot be read");
            }
            return staff;
        }

        @Override
        public CompletableFuture<Unlock> unlock(String staffId, String pin) {
            tried.add(staffId + " " + pin);
            return verdict;
        }
    }
}
