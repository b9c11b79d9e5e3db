package cn.dangqun.kiosk.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.fact.ClockQuality;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.staff.ClockState.Part;
import cn.dangqun.kiosk.staff.ClockState.Remark;
import cn.dangqun.kiosk.ui.HandMovedTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClockViewModelTest {
    private static final ClockReading.Decided BELIEVED =
            new ClockReading.Decided(Instant.parse("2026-06-01T00:00:00Z"), ClockQuality.DOUBTFUL);

    private final HandMovedTime time = new HandMovedTime(Samples.NOW);
    private final List<String> confirmed = new ArrayList<>();
    private boolean kept = true;
    private final ClockViewModel model = new ClockViewModel(
            new ClockDesk() {
                @Override
                public ClockReading.Decided time() {
                    return BELIEVED;
                }

                @Override
                public CompletableFuture<Boolean> confirm(String staff, Instant now) {
                    confirmed.add(staff + " " + now);
                    return CompletableFuture.completedFuture(kept);
                }
            },
            time,
            time.getZone());

    @BeforeEach
    void open() {
        model.open(Samples.staff().getFirst());
    }

    @Test
    void beginsWithWhatTheKioskBelieves() {
        assertEquals(
                new ClockState.Setting(BELIEVED, List.of("2026", "06", "01", "08", "00"), Part.YEAR, Remark.NONE),
                model.state().get());
    }

    @Test
    void tellsTheLedgerOnlyAfterTheSecondStep() {
        type("202611281542");
        model.check();
        assertEquals(
                new ClockState.Confirming(LocalDateTime.of(2026, 11, 28, 15, 42)),
                model.state().get());
        assertEquals(List.of(), confirmed);

        model.confirm();
        model.confirm();

        assertEquals(List.of("s-1 2026-11-28T07:42:00Z"), confirmed);
        assertEquals(
                new ClockState.Done(LocalDateTime.of(2026, 11, 28, 15, 42)),
                model.state().get());
    }

    @Test
    void typesOnePartAnew() {
        model.choose(Part.HOUR);
        type("15");
        assertEquals(Part.MINUTE, setting().at());

        assertEquals(List.of("2026", "06", "01", "15", "00"), setting().typed());
        model.erase();
        assertEquals(List.of("2026", "06", "01", "15", ""), setting().typed());
    }

    @Test
    void confirmsNoTimeThatIsNone() {
        for (var none : List.of("20261131", "202613", "2026112825")) {
            model.open(Samples.staff().getFirst());
            type(none);
            model.check();
            assertEquals(Remark.NO_SUCH_TIME, setting().remark(), none);
        }
        model.erase();
        model.check();
        model.confirm();

        assertEquals(Remark.NO_SUCH_TIME, setting().remark());
        assertEquals(List.of(), confirmed);
    }

    @Test
    void confirmsNoTimeThatCannotBe() {
        type("2010");
        model.check();
        assertEquals(Remark.CANNOT_BE, setting().remark());
        model.choose(Part.YEAR);
        type("2062");
        model.check();
        assertEquals(Remark.CANNOT_BE, setting().remark());
    }

    @Test
    void saysThatNothingHasChangedWhenTheDiskDidNotTakeIt() {
        kept = false;
        model.check();
        model.confirm();

        assertEquals(Remark.NOT_SAVED, setting().remark());
    }

    @Test
    void goesBackFromTheSecondStepWithWhatWasTyped() {
        type("202611281542");
        model.check();
        model.change();

        assertEquals(List.of("2026", "11", "28", "15", "42"), setting().typed());
    }

    private void type(String digits) {
        digits.codePoints().mapToObj(Character::toString).forEach(model::type);
    }

    private ClockState.Setting setting() {
        return (ClockState.Setting) model.state().get();
    }
}
