package cn.dangqun.kiosk.window;

import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.staff.Duty;
import cn.dangqun.kiosk.staff.StaffDesk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The staff's door, by one PIN for all.
final class Guards implements StaffDesk {
    static final String PIN = "246810";

    final List<String> asked = new ArrayList<>();
    List<StaffMember> people = Samples.staff();
    Optional<Instant> turns = Optional.empty();
    boolean locked;

    @Override
    public List<StaffMember> staff() {
        return people;
    }

    @Override
    public Duty onDuty() {
        return new Duty.Unsaid();
    }

    @Override
    public CompletableFuture<Unlock> unlock(String staffId, String pin) {
        throw new AssertionError("a browser is not the kiosk's own screen");
    }

    @Override
    public CompletableFuture<Unlock> unlockFrom(String place, String staffId, String pin) {
        asked.add(staffId + " from " + place);
        var person = people.stream().filter(each -> each.id().equals(staffId)).findFirst();
        if (locked) {
            return CompletableFuture.completedFuture(new Unlock.LockedOut(Instant.MAX));
        }
        return CompletableFuture.completedFuture(
                person.isPresent() && pin.equals(PIN) ? new Unlock.Unlocked(person.get()) : new Unlock.WrongPin(3));
    }

    @Override
    public Optional<Instant> turnsEnd(String staffId) {
        return turns;
    }

    @Override
    public CompletableFuture<Unlock> choosePin(String staffId, String code, String pin) {
        throw new AssertionError("PINs are chosen at the kiosk");
    }
}
