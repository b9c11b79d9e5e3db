package cn.dangqun.kiosk.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.kiosk.guest.GuestState.Finding;
import cn.dangqun.kiosk.guest.GuestState.Listed;
import cn.dangqun.kiosk.guest.GuestState.Said;
import cn.dangqun.kiosk.guest.GuestState.Why;
import cn.dangqun.kiosk.guest.GuestState.Writing;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.ui.HandMovedTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuestViewModelTest {
    private static final StaffMember STAFF = new StaffMember("s-1", "样例甲", "", StaffRole.DUTY_STAFF);

    private final FakeGuests guests = new FakeGuests();
    private final GuestViewModel model =
            new GuestViewModel(guests.tray, guests, new HandMovedTime(Samples.NOW), Runnable::run);

    @BeforeEach
    void open() {
        guests.tray.put(new GuestTray.Order(Samples.THEME_DAY.id(), "roll"));
        model.open(STAFF);
    }

    private <S extends GuestState> S now(Class<S> kind) {
        return assertInstanceOf(kind, model.state().get());
    }

    @Test
    void whomTheStreetListsIsFoundByLettersAndRegisteredWithAReason() {
        model.begin(GuestKind.REPORTED_IN);
        assertEquals(2, now(Finding.class).found().size());
        model.type("W");
        var found = now(Finding.class).found();
        assertEquals(List.of("王样例"), found.stream().map(GuestSheet.Known::name).toList());

        model.choose(found.getFirst());
        model.because("没有带证件");

        assertEquals(List.of("s-1 Admit 没有带证件"), guests.asked);
        assertEquals(Said.ADMITTED, now(Listed.class).said());
    }

    @Test
    void whomNobodyListsWrites() {
        model.begin(GuestKind.FLOATING);
        now(Finding.class);
        model.write();
        assertEquals(GuestKind.FLOATING, now(Writing.class).kind());
        model.written(FakeGuests.HAND, FakeGuests.HAND);
        now(Why.class);

        model.because("没有带证件");

        assertEquals(List.of("s-1 Name 没有带证件"), guests.asked);
        assertEquals(Said.REGISTERED, now(Listed.class).said());
    }

    @Test
    void whereNobodyIsListedTheFieldsComeAtOnce() {
        model.begin(GuestKind.OBSERVER);

        now(Writing.class);
        model.stepBack();
        assertEquals(List.of(), guests.asked);
        now(Listed.class);
    }

    @Test
    void onlyWhatStaffRegisteredIsTakenBackAndWithAReason() {
        model.withdraw(guests.here.getLast());
        now(Listed.class);

        model.withdraw(guests.here.getFirst());
        model.because("登记错了人");

        assertEquals(List.of("s-1 Withdraw 登记错了人"), guests.asked);
        assertEquals(Said.WITHDRAWN, now(Listed.class).said());
    }

    @Test
    void saysWhenNothingWasRecorded() {
        for (var answer : List.of(GuestDesk.Answer.OVERTAKEN, GuestDesk.Answer.NOT_SAVED)) {
            guests.answer = answer;
            model.begin(GuestKind.OBSERVER);
            model.written(FakeGuests.HAND, FakeGuests.HAND);
            model.because("没有带证件");

            assertEquals(Said.valueOf(answer.name()), now(Listed.class).said());
        }
    }

    @Test
    void outsideTheTimeOfCheckInNobodyIsRegistered() {
        guests.isOpen = false;
        model.open(STAFF);

        model.begin(GuestKind.OBSERVER);

        now(Listed.class);
    }
}
