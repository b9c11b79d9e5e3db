package cn.dangqun.kiosk.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.staff.StaffDesk.Unlock;
import cn.dangqun.kiosk.staff.StaffUnlockState.PinRemark;
import cn.dangqun.kiosk.staff.StaffUnlockState.Remark;
import cn.dangqun.kiosk.ui.HandMovedTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StaffUnlockViewModelTest {
    private static final StaffMember PERSON = new StaffMember("s-1", "样例甲", "上午", StaffRole.DUTY_STAFF);

    private final List<String> tried = new ArrayList<>();
    private final List<StaffMember> unlocked = new ArrayList<>();
    private final HandMovedTime time = new HandMovedTime(Instant.EPOCH);
    private List<StaffMember> staff = List.of(PERSON);
    private CompletableFuture<Unlock> verdict = new CompletableFuture<>();
    private final CompletableFuture<Unlock> chosen = new CompletableFuture<>();
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

    @Test
    void letsSomebodyChooseAPinWithACodeAndTypeItTwice() {
        verdict.complete(new Unlock.CodeAccepted(PERSON));
        enter("13572468");
        assertEquals(setting(0, false, PinRemark.NONE), model.state().get());

        type("111111");
        assertEquals(setting(0, false, PinRemark.TOO_SIMPLE), model.state().get());
        type("13572468");
        assertEquals(setting(0, false, PinRemark.TOO_SIMPLE), model.state().get());
        type("802715");
        assertEquals(setting(0, true, PinRemark.NONE), model.state().get());
        type("802716");
        assertEquals(setting(0, false, PinRemark.DIFFERENT), model.state().get());
        type("802715");
        type("802715");

        assertEquals(List.of("s-1 13572468", "s-1 13572468 802715"), tried);
        chosen.complete(new Unlock.Unlocked(PERSON));
        assertEquals(List.of(PERSON), unlocked);
    }

    @Test
    void startsAfreshWhenTheChosenPinWasNotSaved() {
        verdict.complete(new Unlock.CodeAccepted(PERSON));
        enter("13572468");
        type("802715");
        type("802715");

        chosen.complete(new Unlock.NotSaved());

        assertEquals(setting(0, false, PinRemark.NOT_SAVED), model.state().get());
        assertFalse(model.state().get().toString().contains("802715"));
    }

    private static StaffUnlockState setting(int digits, boolean again, PinRemark remark) {
        return new StaffUnlockState.SettingPin(PERSON, digits, again, remark);
    }

    private void type(String digits) {
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
        public Duty onDuty() {
            return new Duty.Unsaid();
        }

        @Override
        public CompletableFuture<Unlock> unlock(String staffId, String pin) {
            tried.add(staffId + " " + pin);
            return verdict;
        }

        @Override
        public CompletableFuture<Unlock> unlockFrom(String place, String staffId, String pin) {
            return unlock(staffId, pin);
        }

        @Override
        public Optional<Instant> turnsEnd(String staffId) {
            return Optional.empty();
        }

        @Override
        public CompletableFuture<Unlock> choosePin(String staffId, String code, String pin) {
            tried.add(staffId + " " + code + " " + pin);
            return chosen;
        }
    }
}
