package cn.dangqun.acceptance.carry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.acceptance.process.CrowdedStreet;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.card.CardDesk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One street and its kiosks, each of which keeps cards in a way of its own (F-91).
@Tag("real-time")
class CardsOfKiosksTest {
    /// Check digits that do not fit: nobody has such a number.
    private static final String IMPORTED = "110101195001010000";

    private static final String IMPORTED_LATER = "11010119500102000x";
    private static final String BOUND_HERE = "11010119500103000x";
    private static final int GUEST = OpenStreet.MEMBERS + 1;

    @TempDir
    Path folder;

    private OpenStreet street;

    @BeforeEach
    void open() throws Exception {
        street = new OpenStreet(folder);
    }

    @AfterEach
    void close() {
        street.close();
    }

    private ScreenlessKiosk enrolled(String id) throws Exception {
        return new ScreenlessKiosk(street.kiosk(folder.resolve(id), new KioskId(id), true));
    }

    private static void isFound(ScreenlessKiosk kiosk, String number, int person) {
        ScreenlessKiosk.await(
                "the card of " + person, () -> !(kiosk.tapResident(number) instanceof CheckInOutcome.UnknownCard));
        var outcome = assertInstanceOf(CheckInOutcome.AlreadyCheckedIn.class, kiosk.tapResident(number));
        assertEquals(CrowdedStreet.ACTIVITY, outcome.activity().id());
    }

    /// In no moment of the way from one secret to the next is a card unknown.
    private static void untilKeptAnew(ScreenlessKiosk kiosk, String former, Runnable meanwhile) {
        ScreenlessKiosk.await("its new secret", () -> {
            meanwhile.run();
            return !kiosk.cardSecret().equals(former);
        });
    }

    private static void isFoundAtOnce(ScreenlessKiosk kiosk, String number) {
        assertInstanceOf(CheckInOutcome.AlreadyCheckedIn.class, kiosk.tapResident(number));
    }

    @Test
    void aResidentCardIsFoundAtEveryKioskWheneverItWasEnrolledAndAfterTheSecretWasRenewed() throws Exception {
        try (var first = enrolled("kiosk-1")) {
            street.bind(IMPORTED, CrowdedStreet.member(7));
            isFound(first, IMPORTED, 7);
            var former = first.cardSecret();
            try (var second = enrolled("kiosk-2")) {
                assertNotEquals(former, second.cardSecret());
                street.bind(IMPORTED_LATER, CrowdedStreet.member(8));
                isFound(second, IMPORTED_LATER, 8);
                isFound(second, IMPORTED, 7);
                isFound(first, IMPORTED_LATER, 8);
                first.tap(GUEST);
                second.tap(GUEST);
                first.awaitSentAll();
                second.awaitSentAll();
                assertEquals(1, street.countedGuests().size(), "one guest at two kiosks");
                assertEquals(2, street.page().present());

                street = street.withCardsAnew();

                untilKeptAnew(first, former, () -> {
                    isFoundAtOnce(first, IMPORTED);
                    isFoundAtOnce(second, IMPORTED_LATER);
                });
                isFoundAtOnce(first, IMPORTED);
                isFoundAtOnce(first, IMPORTED_LATER);
                isFoundAtOnce(second, IMPORTED);
                first.tap(3);
                first.awaitSentAll();
                second.awaitSentAll();
                assertEquals(1, street.countedGuests().size());
                assertEquals(3, street.page().present());
            }
        }
        street.rebuild();
        assertEquals(1, street.countedGuests().size());
        assertEquals(3, street.page().present());
    }

    @Test
    void aCardBoundAtOneKioskIsKnownAtAllUntilItIsRetiredAtAnother() throws Exception {
        try (var first = enrolled("kiosk-1");
                var second = enrolled("kiosk-2")) {
            assertInstanceOf(CheckInOutcome.UnknownCard.class, first.tapResident(BOUND_HERE));

            assertInstanceOf(CardDesk.Bound.Done.class, first.bind(BOUND_HERE, CrowdedStreet.member(9)));

            isFound(second, BOUND_HERE, 9);
            isFound(first, BOUND_HERE, 9);
            try (var third = enrolled("kiosk-3")) {
                isFound(third, BOUND_HERE, 9);
            }
            var refused = assertInstanceOf(
                    CardDesk.Bound.IsAnothers.class, second.bind(BOUND_HERE, CrowdedStreet.member(10)));
            assertEquals(CrowdedStreet.member(9), refused.holder().id());
            street = street.withCardsAnew();
            ScreenlessKiosk.await("found again", () -> first.knowsResident(BOUND_HERE));

            ScreenlessKiosk.await("also there", () -> second.knowsResident(BOUND_HERE));
            assertTrue(second.retire(BOUND_HERE));

            ScreenlessKiosk.await("retired", () -> !first.knowsResident(BOUND_HERE));
            ScreenlessKiosk.await("retired there", () -> !second.knowsResident(BOUND_HERE));
        }
        street.rebuild();
        assertEquals(
                List.of(CrowdedStreet.member(9).value() + " kiosk-1 s-1 BOUND kiosk-2 s-2 LOST"),
                street.strings("SELECT member || ' ' || kiosk || ' ' || staff || ' ' || reason || ' ' || ended_kiosk"
                        + " || ' ' || ended_staff || ' ' || ended_reason FROM card_history"));
        assertEquals(
                List.of(),
                street.strings("SELECT card FROM card_binding WHERE member = '"
                        + CrowdedStreet.member(9).value() + "' AND card IN (SELECT card FROM card_history)"));
        assertEquals(1, street.page().present());
    }
}
