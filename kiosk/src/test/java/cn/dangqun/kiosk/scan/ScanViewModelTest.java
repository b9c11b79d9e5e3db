package cn.dangqun.kiosk.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.scan.ScanState.Choosing;
import cn.dangqun.kiosk.scan.ScanState.Looking;
import cn.dangqun.kiosk.scan.ScanState.Said;
import cn.dangqun.kiosk.scan.ScanState.Shown;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.ui.HandMovedTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScanViewModelTest {
    private static final StaffMember STAFF = new StaffMember("s-1", "样例甲", "", StaffRole.DUTY_STAFF);

    private final FakeScans scans = new FakeScans();
    private final HandMovedTime time = new HandMovedTime(Samples.NOW);
    private final ScanViewModel model = new ScanViewModel(scans.tray, scans, time);

    @BeforeEach
    void order() {
        scans.tray.put(new ScanTray.Order(Samples.THEME_DAY, "roll"));
    }

    private <S extends ScanState> S now(Class<S> kind) {
        return assertInstanceOf(kind, model.state().get());
    }

    @Test
    void keepsWhatWasSeenAndNothingElse() {
        model.open(STAFF);
        var first = now(Looking.class).seen().orElseThrow();
        var later = FakeScans.page(640, 480);
        scans.seen = Optional.of(later);
        time.pass(ScanViewModel.NEXT_LOOK);
        assertNotSame(first, now(Looking.class).seen().orElseThrow());

        model.take();
        scans.seen = Optional.of(first);
        time.pass(ScanViewModel.NEXT_LOOK);
        assertSame(later, now(Shown.class).picture(), "what stands there stays");
        model.turn();
        model.keep();

        assertEquals(List.of("s-1 " + Samples.THEME_DAY.id() + " 480x640"), scans.kept);
        assertEquals(Said.KEPT, now(Looking.class).said());
        assertEquals(1, now(Looking.class).kept());
    }

    @Test
    void noCameraLooksWhileFilesAreChosenAndViewed() {
        model.open(STAFF);
        assertTrue(model.looks().get());
        model.take();
        assertTrue(model.looks().get());

        model.again();
        model.useStick();
        assertFalse(model.looks().get());
        model.choose("签到表-1.png");
        now(Shown.class);
        assertFalse(model.looks().get());
        model.again();
        assertFalse(model.looks().get());

        model.useCamera();
        assertTrue(model.looks().get());
        model.useStick();
        model.shut();
        assertTrue(model.looks().get(), "nothing is left for the next visit");
    }

    @Test
    void whatWasNotSavedStaysOnTheScreen() {
        for (var answer : List.of(ScanDesk.Answer.NOT_SAVED, ScanDesk.Answer.TOO_MANY, ScanDesk.Answer.GONE)) {
            scans.answer = answer;
            model.open(STAFF);
            model.take();
            var picture = now(Shown.class).picture();

            model.keep();

            assertSame(picture, now(Shown.class).picture());
            assertEquals(Said.valueOf(answer.name()), now(Shown.class).said());
            assertEquals(List.of(), scans.kept);
        }
    }

    @Test
    void withoutACameraThereIsTheStickAlone() {
        scans.camera = false;
        model.open(STAFF);

        assertEquals(2, now(Choosing.class).files().size());
        scans.opened = Optional.empty();
        model.choose("a.jpg");
        assertEquals(Said.NO_PICTURE, now(Choosing.class).said());
        scans.opened = Optional.of(FakeScans.page(30, 40));
        model.choose("a.jpg");
        model.keep();
        assertEquals(Said.KEPT, now(Choosing.class).said());
        assertEquals(1, scans.kept.size());

        scans.files = Optional.empty();
        model.useStick();
        assertEquals(Said.NO_STICK, now(Choosing.class).said());
    }

    @Test
    void withNeitherThereIsNothingToPress() {
        scans.camera = false;
        scans.stick = false;

        model.open(STAFF);

        now(ScanState.Nothing.class);
    }

    @Test
    void noPictureIsLeftAndTheCameraLooksNoMoreWhenTheyHaveGone() {
        model.open(STAFF);

        model.shut();
        time.pass(ScanViewModel.NEXT_LOOK);

        now(ScanState.Shut.class);
    }
}
