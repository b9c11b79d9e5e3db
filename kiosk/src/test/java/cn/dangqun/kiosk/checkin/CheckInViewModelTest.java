package cn.dangqun.kiosk.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CodeFault;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.fact.FactId;
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

class CheckInViewModelTest {
    private static final PersonName NAME = new PersonName("样例甲");
    private static final CheckInOutcome.CheckedIn IN = Samples.checkedIn(NAME, AttendanceRole.MEMBER, false);
    private static final CheckInOutcome.CheckedIn NEXT = new CheckInOutcome.CheckedIn(
            IN.activity(),
            new MemberId("M-2"),
            new PersonName("样例乙"),
            IN.role(),
            false,
            IN.at(),
            new FactId(Samples.FACT.kiosk(), Samples.FACT.epoch(), 43),
            IN.tally());
    private static final CheckInOutcome ALREADY =
            new CheckInOutcome.AlreadyCheckedIn(Samples.THEME_DAY, Optional.of(NAME), Samples.NOW, new Tally(32, 19));

    private final HandMovedTime time = new HandMovedTime(Samples.NOW);
    private final FakeServices services = new FakeServices();
    private final CheckInViewModel model =
            new CheckInViewModel(services.checkIn(), time, () -> services.asked.add("wait"));

    @Test
    void showsSuccessWithTenSecondsToUndoAndThenRests() {
        present(IN);

        assertEquals(new CheckInAnswer.Accepted(IN, new Undo.Offered(10)), answer());
        time.pass(Duration.ofSeconds(9));
        assertEquals(new CheckInAnswer.Accepted(IN, new Undo.Offered(1)), answer());
        time.pass(Duration.ofSeconds(1));
        assertEquals(new CheckInState.Resting(), model.state().get());
    }

    @Test
    void restsFiveSecondsAfterACalmRepetition() {
        present(ALREADY);

        time.pass(Duration.ofMillis(4900));
        assertInstanceOf(CheckInAnswer.Already.class, answer());
        time.pass(Duration.ofMillis(100));
        assertEquals(new CheckInState.Resting(), model.state().get());
    }

    @Test
    void replacesAnAnswerAtOnceByTheNextPersons() {
        present(IN);

        time.pass(Duration.ofSeconds(3));
        present(ALREADY);

        assertInstanceOf(CheckInAnswer.Already.class, answer());
        time.pass(Duration.ofSeconds(5));
        assertEquals(new CheckInState.Resting(), model.state().get());
    }

    @Test
    void givesTheSameAnswerTwiceAsTwoShowings() {
        present(ALREADY);
        var first = model.state().get();
        present(ALREADY);

        assertEquals(1, ((CheckInState.Result) model.state().get()).turn() - ((CheckInState.Result) first).turn());
    }

    @Test
    void saysThatItIsWorkingOnlyAfterAWhile() {
        services.slow = true;
        model.present(Samples.CARD);

        time.pass(Duration.ofMillis(299));
        assertEquals(new CheckInState.Resting(), model.state().get());
        time.pass(Duration.ofMillis(1));
        assertEquals(new CheckInState.Working(), model.state().get());
        services.pending.getFirst().complete(IN);
        assertInstanceOf(CheckInAnswer.Accepted.class, answer());
    }

    @Test
    void neverCallsAnythingSuccessBeforeTheDeskHasAnswered() {
        services.slow = true;
        model.present(Samples.CARD);

        time.pass(Duration.ofMinutes(5));

        assertEquals(new CheckInState.Working(), model.state().get());
    }

    @Test
    void showsBothOfTwoSlowAnswersInTheirOrder() {
        services.slow = true;
        model.present(Samples.CARD);
        model.present(Samples.CARD);

        services.pending.get(0).complete(IN);
        assertInstanceOf(CheckInAnswer.Accepted.class, answer());
        services.pending.get(1).complete(ALREADY);
        assertInstanceOf(CheckInAnswer.Already.class, answer());
    }

    @Test
    void dropsAnAnswerOlderThanTheOneShown() {
        services.slow = true;
        model.present(Samples.CARD);
        model.present(Samples.CARD);

        services.pending.get(1).complete(ALREADY);
        services.pending.get(0).complete(IN);

        assertInstanceOf(CheckInAnswer.Already.class, answer());
    }

    @Test
    void undoesTheFactThatIsShown() {
        settled(IN);

        model.undo(IN.fact());

        assertEquals(List.of("present", "undo 42"), services.asked);
        assertInstanceOf(CheckInAnswer.Undone.class, answer());
    }

    @Test
    void saysThatTheCheckInStandsWhenUndoingFails() {
        services.undoWorks = false;
        settled(IN);

        model.undo(IN.fact());

        assertInstanceOf(CheckInAnswer.UndoRefused.class, answer());
    }

    @Test
    void undoesNothingTwiceAndNothingThatIsNotShown() {
        model.undo(IN.fact());
        settled(ALREADY);
        model.undo(IN.fact());
        settled(IN);
        model.undo(IN.fact());
        model.undo(IN.fact());

        assertEquals(
                1,
                services.asked.stream().filter(each -> each.startsWith("undo")).count());
    }

    @Test
    void passesOnTheChosenActivityOnce() {
        settled(new CheckInOutcome.ChooseActivity(
                new MemberId("M-1"), NAME, List.of(Samples.THEME_DAY, Samples.LECTURE)));
        services.slow = true;

        model.choose(Samples.LECTURE.id());
        model.choose(Samples.THEME_DAY.id());

        assertEquals(List.of("present", "for a-2"), services.asked);
    }

    @Test
    void admitsAGuestToTheOnlyOpenActivity() {
        settled(new CheckInOutcome.UnknownCard(List.of(Samples.THEME_DAY)));
        services.next = new CheckInOutcome.GuestCheckedIn(
                Samples.THEME_DAY, GuestKind.FLOATING, Samples.NOW, Samples.FACT, new Tally(32, 19));

        model.admit(GuestKind.FLOATING);

        assertEquals(List.of("present", "guest FLOATING of a-1"), services.asked);
        assertInstanceOf(CheckInAnswer.Accepted.class, answer());
    }

    @Test
    void asksAGuestWhichOfSeveralActivities() {
        settled(new CheckInOutcome.UnknownCard(List.of(Samples.THEME_DAY, Samples.LECTURE)));

        model.admit(GuestKind.RESIDENT);

        assertEquals(
                new CheckInAnswer.PickGuestActivity(GuestKind.RESIDENT, List.of(Samples.THEME_DAY, Samples.LECTURE)),
                answer());
        time.pass(CheckInViewModel.SETTLING);
        model.admit(GuestKind.RESIDENT, Samples.LECTURE.id());
        assertEquals(List.of("present", "guest RESIDENT of a-2"), services.asked);
    }

    @Test
    void admitsNobodyWhereNothingIsOpen() {
        settled(new CheckInOutcome.UnknownCard(List.of()));

        model.admit(GuestKind.RESIDENT);

        assertEquals(List.of("present"), services.asked);
    }

    @Test
    void givesPeopleTimeToDecide() {
        present(new CheckInOutcome.UnknownCard(List.of(Samples.THEME_DAY)));

        time.pass(Duration.ofSeconds(29));
        assertInstanceOf(CheckInAnswer.Unknown.class, answer());
        time.pass(Duration.ofSeconds(1));
        assertEquals(new CheckInAnswer.NotChosen(Optional.empty()), answer());
        time.pass(Duration.ofSeconds(5));
        assertEquals(new CheckInState.Resting(), model.state().get());
    }

    @Test
    void tellsOfAMisreadCardAndDropsNoLaterAnswer() {
        model.misread(DeviceFault.Kind.CARD_MOVED);
        assertEquals(new CheckInAnswer.Misread(DeviceFault.Kind.CARD_MOVED), answer());

        present(new CheckInOutcome.CodeRefused(CodeFault.EXPIRED));
        assertEquals(new CheckInAnswer.BadCode(CodeFault.EXPIRED), answer());
    }

    @Test
    void stillShowsAnAnswerThatComesAfterThePersonLeft() {
        services.slow = true;
        model.present(Samples.CARD);

        model.dismiss();
        services.pending.getFirst().complete(IN);

        assertInstanceOf(CheckInAnswer.Accepted.class, answer());
    }

    /// The finger on 撤销 was on its way when the next person's page came (issue 16).
    @Test
    void neverUndoesTheNextPersonsCheckInByAFingerMeantForTheFirst() {
        present(IN);
        time.pass(Duration.ofMillis(500));
        present(NEXT);

        time.pass(Duration.ofMillis(120));
        model.undo(IN.fact());
        model.undo(NEXT.fact());
        time.pass(Duration.ofSeconds(2));
        model.undo(IN.fact());

        assertEquals(List.of("present", "present"), services.asked);
        model.undo(NEXT.fact());
        assertEquals(List.of("present", "present", "undo 43"), services.asked);
    }

    @Test
    void takesNoChoiceBeforeAQuestionCanHaveBeenSeen() {
        present(new CheckInOutcome.ChooseActivity(
                new MemberId("M-1"), NAME, List.of(Samples.THEME_DAY, Samples.LECTURE)));
        model.choose(Samples.LECTURE.id());
        model.dismiss();
        present(new CheckInOutcome.UnknownCard(List.of(Samples.THEME_DAY)));
        model.admit(GuestKind.RESIDENT);
        time.pass(CheckInViewModel.SETTLING.minusMillis(1));
        model.admit(GuestKind.RESIDENT);

        assertEquals(List.of("present", "present"), services.asked);
    }

    @Test
    void takesNoActivityOfAGuestBeforeThatQuestionCanHaveBeenSeen() {
        settled(new CheckInOutcome.UnknownCard(List.of(Samples.THEME_DAY, Samples.LECTURE)));

        model.admit(GuestKind.RESIDENT);
        model.admit(GuestKind.RESIDENT, Samples.LECTURE.id());

        assertEquals(List.of("present"), services.asked);
    }

    private void present(CheckInOutcome outcome) {
        services.next = outcome;
        model.present(Samples.CARD);
    }

    /// The answer has stood long enough for a finger to be meant for it.
    private void settled(CheckInOutcome outcome) {
        present(outcome);
        time.pass(CheckInViewModel.SETTLING);
    }

    private CheckInAnswer answer() {
        return ((CheckInState.Result) model.state().get()).answer();
    }
}
