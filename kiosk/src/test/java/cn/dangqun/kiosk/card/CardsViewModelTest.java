package cn.dangqun.kiosk.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.kiosk.card.CardDesk.Reason;
import cn.dangqun.kiosk.card.CardsState.Word;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.ui.HandMovedTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CardsViewModelTest {
    private static final StaffMember STAFF = new StaffMember("s-1", "样例甲", "", StaffRole.DUTY_STAFF);
    private static final CardDesk.Person WANG = FakeCards.person("王小明");
    private static final CardDesk.Person ZHANG = FakeCards.person("张样例");

    private final FakeCards desk = new FakeCards();
    private final CardsViewModel model = new CardsViewModel(desk, new HandMovedTime(Instant.EPOCH));

    @BeforeEach
    void open() {
        model.open(Optional.of(STAFF));
    }

    private CardsState state() {
        return model.state().get();
    }

    private List<CardDesk.Person> found() {
        return assertInstanceOf(CardsState.Looking.class, state()).found();
    }

    @Test
    void findsPeopleByTheLettersTypedAndMoreWhenOneIsErased() {
        assertEquals(7, found().size());
        model.type("W");
        assertEquals(List.of(WANG, FakeCards.person("吴样例")), found());
        model.type("X");
        assertEquals(List.of(WANG), found());
        model.erase();
        assertEquals(2, found().size());
    }

    @Test
    void theCardHeldAfterSomebodyWasTouchedBecomesTheirs() {
        model.choose(WANG);
        model.presented(FakeCards.card(1));

        assertEquals(new CardsState.Told(Word.BOUND, Optional.of(WANG)), state());
        assertEquals(List.of("s-1 binds to 王小明"), desk.asked);
    }

    @Test
    void aCardOfAnotherIsRefusedWithTheirName() {
        desk.holders.put(FakeCards.card(1).key(), ZHANG);
        model.choose(WANG);
        model.presented(FakeCards.card(1));

        assertEquals(new CardsState.Whose(FakeCards.card(1).key(), Optional.of(ZHANG), Optional.of(WANG)), state());
    }

    @Test
    void aCardHeldFirstTellsWhoseItIsAndBindsNobody() {
        desk.holders.put(FakeCards.card(1).key(), ZHANG);
        model.presented(FakeCards.card(1));
        assertEquals(new CardsState.Whose(FakeCards.card(1).key(), Optional.of(ZHANG), Optional.empty()), state());

        model.retire(Reason.LOST);
        assertInstanceOf(CardsState.Asking.class, state());
        assertEquals(List.of(), desk.asked);
        model.no();
        assertInstanceOf(CardsState.Whose.class, state());
        model.retire(Reason.LOST);
        model.yes();

        assertEquals(new CardsState.Told(Word.RETIRED, Optional.of(ZHANG)), state());
        assertEquals(List.of("s-1 retires, LOST"), desk.asked);
        model.presented(FakeCards.card(2));
        model.retire(Reason.LOST);
        assertEquals(1, desk.asked.size(), "nobody's card is not retired");
    }

    @Test
    void saysSoWhenNothingCouldBeSaved() {
        desk.isKept = false;
        model.choose(WANG);
        model.presented(FakeCards.card(1));

        assertEquals(new CardsState.Told(Word.NOT_SAVED, Optional.empty()), state());
    }

    @Test
    void aCodeIsNoCardAndNothingIsLeftAfterwards() {
        model.choose(WANG);
        model.presented(new Credential.Code("DQ1"));
        assertEquals(new CardsState.Told(Word.CODE, Optional.empty()), state());

        model.shut();

        assertEquals(new CardsState.Shut(), state());
        assertEquals(List.of(), desk.asked);
    }
}
