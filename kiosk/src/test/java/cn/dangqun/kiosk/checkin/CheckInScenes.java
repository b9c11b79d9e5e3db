package cn.dangqun.kiosk.checkin;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CodeFault;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.shell.TestKiosk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Every answer to a tap.
public final class CheckInScenes {
    private static final PersonName NAME = new PersonName("样例甲");
    private static final MemberId MEMBER = new MemberId("M-1");

    private final BiConsumer<String, Consumer<TestKiosk>> scenes;

    private CheckInScenes(BiConsumer<String, Consumer<TestKiosk>> scenes) {
        this.scenes = scenes;
    }

    public static void addTo(BiConsumer<String, Consumer<TestKiosk>> scenes) {
        var all = new CheckInScenes(scenes);
        all.accepted();
        all.signing();
        all.answered();
        all.asking();
        all.waiting();
        all.failing();
    }

    private void scene(String name, Consumer<TestKiosk> steps) {
        scenes.accept(name, steps);
    }

    private void accepted() {
        tap("checkin-accepted", Samples.checkedIn(NAME, AttendanceRole.MEMBER, false));
        tap("checkin-accepted-rare-name", Samples.checkedIn(Samples.RARER, AttendanceRole.MEMBER, false));
        tap("checkin-accepted-late-long-name", Samples.checkedIn(Samples.LONGEST, AttendanceRole.MEMBER, true));
        tap(
                "checkin-accepted-note",
                new CheckInOutcome.CheckedIn(
                        Samples.PREPARED,
                        new MemberId("M-1"),
                        Samples.LONGEST,
                        AttendanceRole.MEMBER,
                        true,
                        Samples.NOW,
                        Samples.FACT,
                        new Tally(32, 19)));
        tap("checkin-accepted-observer", Samples.checkedIn(Samples.RARE, AttendanceRole.OBSERVER, false));
        tap(
                "checkin-accepted-guest",
                new CheckInOutcome.GuestCheckedIn(
                        Samples.LECTURE, GuestKind.FLOATING, Samples.NOW, Samples.FACT, new Tally(128, 107)));
        tap(
                "checkin-verified",
                new CheckInOutcome.Verified(
                        Samples.LECTURE,
                        MEMBER,
                        AttendanceRole.OBSERVER,
                        Samples.NOW,
                        Samples.FACT,
                        new Tally(128, 107)));
        scene("checkin-undone", kiosk -> {
            kiosk.tapped(Samples.checkedIn(NAME, AttendanceRole.MEMBER, false));
            kiosk.time.pass(CheckInViewModel.SETTLING);
            checkIn(kiosk).undo(Samples.FACT);
        });
        scene("checkin-undo-refused", kiosk -> {
            kiosk.services.undoWorks = false;
            kiosk.tapped(Samples.checkedIn(NAME, AttendanceRole.MEMBER, false));
            kiosk.time.pass(CheckInViewModel.SETTLING);
            checkIn(kiosk).undo(Samples.FACT);
        });
    }

    private void signing() {
        var asked = new CheckInOutcome.SignatureAsked(Samples.MEETING, MEMBER, Samples.LONGEST, true);
        tap("checkin-sign", asked);
        scene("checkin-sign-others-wait", kiosk -> {
            kiosk.tapped(asked);
            kiosk.shell().presented(Samples.NEXT_CARD);
        });
        scene("checkin-unsigned", kiosk -> {
            kiosk.tapped(asked);
            kiosk.time.pass(CheckInViewModel.SETTLING);
            checkIn(kiosk).signOnPaper();
        });
        tap(
                "checkin-signed-late",
                new CheckInOutcome.Signed(
                        Samples.MEETING, MEMBER, Samples.LONGEST, true, Samples.NOW, Samples.FACT, new Tally(32, 20)));
    }

    private void answered() {
        tap(
                "checkin-already",
                new CheckInOutcome.AlreadyCheckedIn(
                        Samples.THEME_DAY, Optional.of(NAME), Samples.NOW.minusSeconds(80), new Tally(32, 19)));
        tap("checkin-early", new CheckInOutcome.NotOpenYet(NAME, Samples.MEETING));
        tap("checkin-closed", new CheckInOutcome.Closed(NAME, Samples.THEME_DAY));
        tap("checkin-nothing-today", new CheckInOutcome.NoActivityToday(Samples.LONGEST, Samples.LONG_BRANCH));
        tap("checkin-clock-in-doubt", new CheckInOutcome.ClockInDoubt(Optional.of(Samples.LONGEST)));
        tap("checkin-clock-in-doubt-unknown", new CheckInOutcome.ClockInDoubt(Optional.empty()));
        for (var fault : CodeFault.values()) {
            tap(
                    "checkin-code-" + fault.name().toLowerCase(java.util.Locale.ROOT),
                    new CheckInOutcome.CodeRefused(fault));
        }
    }

    private void asking() {
        tap(
                "checkin-choose",
                new CheckInOutcome.ChooseActivity(
                        MEMBER, Samples.LONGEST, List.of(Samples.THEME_DAY, Samples.LECTURE)));
        tap(
                "checkin-choose-many",
                new CheckInOutcome.ChooseActivity(
                        MEMBER, NAME, List.of(Samples.LECTURE, Samples.THEME_DAY, Samples.MEETING, Samples.EVENING)));
        tap(
                "checkin-other-branch",
                new CheckInOutcome.OtherBranch(MEMBER, NAME, Samples.LONG_BRANCH, List.of(Samples.THEME_DAY)));
        tap(
                "checkin-other-branch-two",
                new CheckInOutcome.OtherBranch(MEMBER, NAME, "样例社区第三党支部", List.of(Samples.THEME_DAY, Samples.LECTURE)));
        tap("checkin-other-branch-none", new CheckInOutcome.OtherBranch(MEMBER, NAME, "样例社区第三党支部", List.of()));
        tap("checkin-unknown", new CheckInOutcome.UnknownCard(List.of(Samples.THEME_DAY)));
        tap("checkin-unknown-none", new CheckInOutcome.UnknownCard(List.of()));
        scene("checkin-unknown-which-activity", kiosk -> {
            kiosk.tapped(new CheckInOutcome.UnknownCard(List.of(Samples.THEME_DAY, Samples.LECTURE)));
            kiosk.time.pass(CheckInViewModel.SETTLING);
            checkIn(kiosk).admit(GuestKind.REPORTED_IN);
        });
    }

    /// The next person taps while the first is being asked.
    private void waiting() {
        var choose = new CheckInOutcome.ChooseActivity(
                MEMBER, NAME, List.of(Samples.LECTURE, Samples.THEME_DAY, Samples.MEETING, Samples.EVENING));
        scene("checkin-choose-others-wait", kiosk -> {
            kiosk.tapped(choose);
            kiosk.shell().presented(Samples.NEXT_CARD);
        });
        scene("checkin-other-branch-others-wait", kiosk -> {
            kiosk.tapped(new CheckInOutcome.OtherBranch(
                    MEMBER, Samples.LONGEST, Samples.LONG_BRANCH, List.of(Samples.THEME_DAY, Samples.LECTURE)));
            kiosk.shell().presented(Samples.NEXT_CARD);
        });
        scene("checkin-unknown-others-wait", kiosk -> {
            kiosk.tapped(new CheckInOutcome.UnknownCard(List.of(Samples.THEME_DAY)));
            kiosk.shell().presented(Samples.NEXT_CARD);
        });
        scene("checkin-unchosen", kiosk -> {
            kiosk.tapped(choose);
            kiosk.time.pass(Answers.DECIDING);
        });
        scene("checkin-unchosen-unknown", kiosk -> {
            kiosk.tapped(new CheckInOutcome.UnknownCard(List.of(Samples.THEME_DAY)));
            kiosk.time.pass(Answers.DECIDING);
        });
        scene("checkin-accepted-waited-long", kiosk -> {
            kiosk.tapped(choose);
            kiosk.services.next = Samples.checkedIn(NAME, AttendanceRole.MEMBER, false);
            kiosk.shell().presented(Samples.NEXT_CARD);
            kiosk.time.pass(Answers.DECIDING.plusSeconds(CheckInViewModel.HANDOVER_SECONDS));
        });
    }

    private void failing() {
        scene("checkin-misread", kiosk -> kiosk.shell().misread(DeviceFault.Kind.CARD_MOVED));
        scene("checkin-misread-unsupported", kiosk -> kiosk.shell().misread(DeviceFault.Kind.CARD_UNSUPPORTED));
        scene("checkin-misread-expired", kiosk -> kiosk.shell().misread(DeviceFault.Kind.CARD_EXPIRED));
        tap("checkin-not-saved", new CheckInOutcome.NotSaved());
        tap("checkin-sealed", new CheckInOutcome.KioskSealed());
        scene("checkin-working", kiosk -> {
            kiosk.services.slow = true;
            kiosk.shell().presented(Samples.CARD);
            kiosk.time.pass(Duration.ofMillis(400));
        });
    }

    private void tap(String name, CheckInOutcome outcome) {
        scene(name, kiosk -> kiosk.tapped(outcome));
    }

    private static CheckInViewModel checkIn(TestKiosk kiosk) {
        return kiosk.services.place(CheckInPlace.class).model();
    }
}
