package cn.dangqun.kiosk.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.kiosk.checkin.CheckInAnswer.Undo;
import cn.dangqun.kiosk.shell.FakeServices;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.ui.HandMovedTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// People come faster than one of them decides: nobody is wiped off the screen, nobody's tap is lost.
class QueueAtTheQuestionTest {
    private static final PersonName FIRST = new PersonName("样例甲");
    private static final CheckInOutcome CHOOSE =
            new CheckInOutcome.ChooseActivity(new MemberId("M-1"), FIRST, List.of(Samples.THEME_DAY, Samples.LECTURE));
    private static final CheckInOutcome UNKNOWN = new CheckInOutcome.UnknownCard(List.of(Samples.THEME_DAY));
    private static final CheckInOutcome.CheckedIn FIRST_IN = Samples.checkedIn(FIRST, AttendanceRole.MEMBER, false);
    private static final CheckInOutcome.CheckedIn NEXT_IN =
            Samples.checkedIn(new PersonName("样例乙"), AttendanceRole.MEMBER, false);

    private final HandMovedTime time = new HandMovedTime(Samples.NOW);
    private final FakeServices services = new FakeServices();
    private final CheckInViewModel model =
            new CheckInViewModel(services.checkIn(), time, () -> services.asked.add("wait"));

    @Test
    void leavesTheQuestionStandingAndAsksTheNextPersonToWait() {
        first(CHOOSE);

        next(NEXT_IN);

        assertInstanceOf(CheckInAnswer.PickActivity.class, answer());
        assertTrue(result().othersWait());
        assertEquals(List.of("present", "present", "wait"), services.asked);
    }

    @Test
    void leavesAGuestsQuestionsStandingToo() {
        first(UNKNOWN);
        next(NEXT_IN);
        assertInstanceOf(CheckInAnswer.Unknown.class, answer());
        services.next = new CheckInOutcome.UnknownCard(List.of(Samples.THEME_DAY, Samples.LECTURE));
        model.dismiss();
        time.pass(Duration.ofSeconds(20));

        first(services.next);
        model.admit(GuestKind.RESIDENT);
        next(NEXT_IN);

        assertInstanceOf(CheckInAnswer.PickGuestActivity.class, answer());
    }

    @Test
    void showsTheFirstTheirAnswerForThreeSecondsAndThenTheNextTheirs() {
        first(CHOOSE);
        next(NEXT_IN);

        chooses(FIRST_IN);
        assertEquals(accepted(FIRST_IN, 10), answer());
        time.pass(Duration.ofMillis(2900));
        assertInstanceOf(CheckInAnswer.Accepted.class, answer());
        assertEquals(FIRST_IN, ((CheckInAnswer.Accepted) answer()).outcome());
        time.pass(Duration.ofMillis(100));

        assertEquals(accepted(NEXT_IN, 7), answer());
        assertFalse(result().othersWait());
    }

    @Test
    void tellsWhoDidNotChooseThatTheyAreNotInBeforeTheNextIsTold() {
        first(CHOOSE);
        next(NEXT_IN);

        time.pass(Answers.DECIDING.minus(CheckInViewModel.SETTLING));
        assertEquals(new CheckInAnswer.NotChosen(Optional.of(FIRST)), answer());
        time.pass(Duration.ofSeconds(3));

        assertEquals(new CheckInAnswer.Accepted(NEXT_IN, new Undo.Over()), answer());
        assertEquals(List.of("present", "present", "wait"), services.asked);
    }

    @Test
    void neverSaysNotInWhileTheDeskWorksOnTheChoice() {
        first(CHOOSE);
        time.pass(Duration.ofSeconds(29));
        services.slow = true;
        model.choose(Samples.LECTURE.id());

        time.pass(Duration.ofSeconds(30));
        assertEquals(new CheckInState.Working(), model.state().get());
        services.pending.getFirst().complete(FIRST_IN);

        assertEquals(accepted(FIRST_IN, 10), answer());
    }

    @Test
    void letsNobodyInBetweenAChoiceAndItsAnswer() {
        first(CHOOSE);
        services.slow = true;
        model.choose(Samples.LECTURE.id());
        model.present(Samples.NEXT_CARD);
        services.pending.get(1).complete(NEXT_IN);
        services.pending.getFirst().complete(FIRST_IN);

        assertEquals(accepted(FIRST_IN, 10), answer());
        time.pass(Duration.ofSeconds(3));
        assertEquals(accepted(NEXT_IN, 7), answer());
    }

    /// Both tapped before the disk had answered the first.
    @Test
    void letsNoSlowAnswerWipeTheQuestionAway() {
        services.slow = true;
        model.present(Samples.CARD);
        model.present(Samples.NEXT_CARD);
        services.pending.getFirst().complete(CHOOSE);
        time.pass(Duration.ofSeconds(1));
        services.pending.get(1).complete(NEXT_IN);

        assertInstanceOf(CheckInAnswer.PickActivity.class, answer());
        services.slow = false;
        chooses(FIRST_IN);
        time.pass(Duration.ofSeconds(3));
        assertInstanceOf(CheckInAnswer.Accepted.class, answer());
        assertEquals(NEXT_IN, ((CheckInAnswer.Accepted) answer()).outcome());
    }

    @Test
    void ignoresTheSameCardAgainWhileItsOwnerIsAsked() {
        first(CHOOSE);
        model.present(Samples.CARD);

        assertEquals(List.of("present"), services.asked);
        assertFalse(result().othersWait());
    }

    @Test
    void countsTheNextPersonOnceHoweverOftenTheyTap() {
        first(CHOOSE);
        next(NEXT_IN);
        next(NEXT_IN);

        assertEquals(List.of("present", "present", "wait", "wait"), services.asked);
    }

    @Test
    void asksTheNextPersonInTurnWhenTheyHaveAQuestionToo() {
        first(CHOOSE);
        next(UNKNOWN);

        chooses(FIRST_IN);
        services.next = UNKNOWN;
        time.pass(Duration.ofSeconds(3));

        assertInstanceOf(CheckInAnswer.Unknown.class, answer());
        time.pass(CheckInViewModel.SETTLING);
        services.next = NEXT_IN;
        model.admit(GuestKind.FLOATING);
        assertEquals("guest FLOATING of a-1", services.asked.getLast());
    }

    @Test
    void keepsTheOrderOfThoseWhoComeWhileOthersWaitAlready() {
        first(CHOOSE);
        next(NEXT_IN);
        chooses(FIRST_IN);
        var third = Samples.checkedIn(new PersonName("样例丙"), AttendanceRole.MEMBER, false);
        services.next = third;
        model.present(new cn.dangqun.domain.credential.Credential.Card(
                new cn.dangqun.domain.credential.CardKey("2".repeat(64)),
                cn.dangqun.domain.credential.CardKind.CONTACTLESS_UID));

        time.pass(Duration.ofSeconds(3));
        assertEquals(NEXT_IN, ((CheckInAnswer.Accepted) answer()).outcome());
        time.pass(Duration.ofSeconds(3));
        assertEquals(third, ((CheckInAnswer.Accepted) answer()).outcome());
    }

    @Test
    void leavesTheQuestionStandingWhenTheNextCardIsMisread() {
        first(CHOOSE);

        model.misread(DeviceFault.Kind.CARD_MOVED);

        assertInstanceOf(CheckInAnswer.PickActivity.class, answer());
        assertTrue(result().othersWait());
        assertEquals("wait", services.asked.getLast());
    }

    @Test
    void tellsWhoWaitedWhenTheFirstGoesHome() {
        first(CHOOSE);
        next(NEXT_IN);

        model.dismiss();
        time.pass(CheckInViewModel.PATIENCE);

        assertEquals(accepted(NEXT_IN, 10), answer());
    }

    private void first(CheckInOutcome outcome) {
        services.next = outcome;
        model.present(Samples.CARD);
        time.pass(CheckInViewModel.SETTLING);
    }

    private void next(CheckInOutcome outcome) {
        services.next = outcome;
        model.present(Samples.NEXT_CARD);
    }

    private void chooses(CheckInOutcome outcome) {
        services.next = outcome;
        model.choose(Samples.LECTURE.id());
    }

    private static CheckInAnswer accepted(CheckInOutcome.Counted outcome, int seconds) {
        return new CheckInAnswer.Accepted(outcome, new Undo.Offered(seconds));
    }

    private CheckInState.Result result() {
        return (CheckInState.Result) model.state().get();
    }

    private CheckInAnswer answer() {
        return result().answer();
    }
}
