package cn.dangqun.kiosk.voice;

import static cn.dangqun.devices.api.Signal.Lamp.AMBER;
import static cn.dangqun.devices.api.Signal.Lamp.GREEN;
import static cn.dangqun.devices.api.Signal.Lamp.RED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.dangqun.devices.api.Announcement.Prompt;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.Signal.Lamp;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CodeFault;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.kiosk.checkin.CheckInAnswer;
import cn.dangqun.kiosk.shell.Samples;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FeedbackTest {
    private static final PersonName NAME = new PersonName("样例甲");
    private static final MemberId MEMBER = new MemberId("M-1");
    private static final CheckInAnswer.Undo OFFERED = new CheckInAnswer.Undo.Offered(10);

    private final FakeSignals devices = new FakeSignals();

    static Stream<Arguments> cues() {
        var one = List.of(Samples.THEME_DAY);
        return Stream.of(
                arguments(in(false), GREEN, Prompt.CHECKED_IN),
                arguments(in(true), GREEN, Prompt.CHECKED_IN_LATE),
                arguments(guest(), GREEN, Prompt.CHECKED_IN),
                arguments(already(), GREEN, Prompt.ALREADY_CHECKED_IN),
                arguments(
                        new CheckInAnswer.PickActivity(new CheckInOutcome.ChooseActivity(MEMBER, NAME, one)),
                        AMBER,
                        Prompt.CHOOSE_ON_SCREEN),
                arguments(new CheckInAnswer.PickGuestActivity(GuestKind.FLOATING, one), AMBER, Prompt.CHOOSE_ON_SCREEN),
                arguments(unknown(one), AMBER, Prompt.CHOOSE_ON_SCREEN),
                arguments(
                        new CheckInAnswer.ClockInDoubt(new CheckInOutcome.ClockInDoubt(Optional.of(NAME))),
                        RED,
                        Prompt.CLOCK_IN_DOUBT),
                arguments(new CheckInAnswer.NotChosen(Optional.of(NAME)), RED, Prompt.NOT_CHECKED_IN),
                arguments(unknown(List.of()), AMBER, Prompt.ASK_STAFF),
                arguments(
                        new CheckInAnswer.OtherRoll(new CheckInOutcome.OtherBranch(MEMBER, NAME, "样例支部", List.of())),
                        AMBER,
                        Prompt.ASK_STAFF),
                arguments(
                        new CheckInAnswer.TooEarly(new CheckInOutcome.NotOpenYet(NAME, Samples.MEETING)),
                        AMBER,
                        Prompt.NOT_OPEN_YET),
                arguments(
                        new CheckInAnswer.TooLate(new CheckInOutcome.Closed(NAME, Samples.THEME_DAY)),
                        RED,
                        Prompt.CLOSED),
                arguments(new CheckInAnswer.BadCode(CodeFault.UNREADABLE), AMBER, Prompt.PLACE_AGAIN),
                arguments(new CheckInAnswer.BadCode(CodeFault.FORGED), RED, Prompt.ASK_STAFF),
                arguments(new CheckInAnswer.BadCode(CodeFault.REVOKED), RED, Prompt.ASK_STAFF),
                arguments(new CheckInAnswer.Misread(DeviceFault.Kind.CARD_MOVED), AMBER, Prompt.PLACE_AGAIN),
                arguments(new CheckInAnswer.Misread(DeviceFault.Kind.CARD_EXPIRED), AMBER, Prompt.ASK_STAFF),
                arguments(new CheckInAnswer.Unsaved(), RED, Prompt.ASK_STAFF),
                arguments(new CheckInAnswer.Sealed(), RED, Prompt.ASK_STAFF),
                arguments(new CheckInAnswer.UndoRefused(), AMBER, Prompt.ASK_STAFF));
    }

    @ParameterizedTest
    @MethodSource("cues")
    void lightsAndSaysWhatTheScreenShows(CheckInAnswer answer, Lamp lamp, Prompt prompt) {
        devices.feedback().shown(answer);

        assertEquals(List.of(lamp), devices.lit);
        assertEquals(List.of(prompt), devices.said);
    }

    @Test
    void keepsSilentWhereTheVocabularyHasNoWords() {
        devices.feedback().shown(new CheckInAnswer.Undone());
        devices.feedback().shown(new CheckInAnswer.NothingToday(new CheckInOutcome.NoActivityToday(NAME, "样例支部")));

        assertEquals(List.of(AMBER, AMBER), devices.lit);
        assertEquals(List.of(), devices.said);
    }

    @Test
    void givesWhoHasToWaitAShortToneAndNoSentence() {
        devices.feedback().askedToWait();

        assertEquals(List.of(AMBER), devices.lit);
        assertEquals(List.of(), devices.said);
    }

    @Test
    void takesNoDevicesAsNoFault() {
        var nothing = new Feedback(List::of, List::of);

        nothing.shown(in(false));

        assertEquals(List.of(), devices.lit);
    }

    /// A voice still speaking to the last person must not hold up the next one's lamp.
    @Test
    void goesOnWhileTheVoiceIsStillSpeaking() {
        var feedback = devices.feedback();

        feedback.shown(in(false));
        feedback.shown(already());

        assertEquals(List.of(GREEN, GREEN), devices.lit);
        assertEquals(List.of(Prompt.CHECKED_IN, Prompt.ALREADY_CHECKED_IN), devices.said);
    }

    private static CheckInAnswer in(boolean late) {
        return new CheckInAnswer.Accepted(Samples.checkedIn(NAME, AttendanceRole.MEMBER, late), OFFERED);
    }

    private static CheckInAnswer guest() {
        return new CheckInAnswer.Accepted(
                new CheckInOutcome.GuestCheckedIn(
                        Samples.LECTURE, GuestKind.FLOATING, Samples.NOW, Samples.FACT, new Tally(128, 107)),
                OFFERED);
    }

    private static CheckInAnswer already() {
        return new CheckInAnswer.Already(new CheckInOutcome.AlreadyCheckedIn(
                Samples.THEME_DAY, Optional.of(NAME), Samples.NOW, new Tally(32, 19)));
    }

    private static CheckInAnswer unknown(List<cn.dangqun.domain.activity.Activity> open) {
        return new CheckInAnswer.Unknown(new CheckInOutcome.UnknownCard(open));
    }
}
