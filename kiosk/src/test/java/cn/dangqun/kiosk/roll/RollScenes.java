package cn.dangqun.kiosk.roll;

import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.fact.AttendanceFact.LeaveKind;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.shell.TestKiosk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// 签到名单 in every state.
public final class RollScenes {
    private static final int MISSING = 2;

    private RollScenes() {}

    public static void addTo(BiConsumer<String, Consumer<TestKiosk>> scenes) {
        scenes.accept("roll-choosing", kiosk -> {
            kiosk.services.rolls.planned = List.of(Samples.THEME_DAY, Samples.LECTURE, Samples.MEETING);
            enter(kiosk);
        });
        scenes.accept("roll-nothing", kiosk -> {
            kiosk.services.rolls.planned = List.of();
            enter(kiosk);
        });
        scenes.accept("roll-new-type", kiosk -> {
            enter(kiosk);
            model(kiosk).chooseType();
        });
        scenes.accept("roll-new-organizer", kiosk -> {
            enter(kiosk);
            model(kiosk).chooseType();
            model(kiosk).type(ActivityType.PARTY_LECTURE);
        });
        scenes.accept("roll-listed", RollScenes::open);
        scenes.accept("roll-not-opened", kiosk -> {
            kiosk.services.rolls.frozen = false;
            open(kiosk);
        });
        scenes.accept("roll-many", kiosk -> {
            many(kiosk);
            kiosk.services.rolls.heads = Map.of(GuestKind.RESIDENT, 12);
            open(kiosk);
        });
        scenes.accept("roll-letters-nobody", kiosk -> {
            open(kiosk);
            model(kiosk).type("Q");
            model(kiosk).type("Q");
        });
        scenes.accept("roll-members-meeting", kiosk -> {
            kiosk.services.rolls.planned = List.of(Samples.MEETING);
            kiosk.services.rolls.now = Samples.MEETING.starts();
            many(kiosk);
            open(kiosk);
        });
        scenes.accept("roll-person", kiosk -> {
            open(kiosk);
            model(kiosk).touch(missing(kiosk));
        });
        scenes.accept("roll-person-long", kiosk -> {
            kiosk.services.rolls.lines =
                    List.of(FakeRolls.line("M-1", Samples.LONG.full(), AttendanceState.CHECKED_IN_UNSIGNED));
            open(kiosk);
            model(kiosk).touch(kiosk.services.rolls.lines.getFirst());
        });
        scenes.accept("roll-why", kiosk -> {
            open(kiosk);
            model(kiosk).touch(missing(kiosk));
            model(kiosk).begin(Deed.REGISTER);
        });
        scenes.accept("roll-leave", kiosk -> {
            open(kiosk);
            model(kiosk).touch(missing(kiosk));
            model(kiosk).begin(Deed.LEAVE);
        });
        scenes.accept("roll-approver", kiosk -> {
            open(kiosk);
            model(kiosk).touch(missing(kiosk));
            model(kiosk).begin(Deed.LEAVE);
            model(kiosk).leave(LeaveKind.SICK);
        });
        scenes.accept("roll-approver-nobody", kiosk -> {
            kiosk.services.rolls.approvers = List.of();
            open(kiosk);
            model(kiosk).touch(missing(kiosk));
            model(kiosk).begin(Deed.LEAVE);
            model(kiosk).leave(LeaveKind.SICK);
        });
        scenes.accept("roll-recorded", kiosk -> {
            open(kiosk);
            model(kiosk).touch(missing(kiosk));
            model(kiosk).begin(Deed.REGISTER);
            model(kiosk).because("忘带身份证和党员卡");
        });
        scenes.accept("roll-overtaken", kiosk -> {
            kiosk.services.rolls.answer = RollDesk.Answer.OVERTAKEN;
            open(kiosk);
            model(kiosk).touch(missing(kiosk));
            model(kiosk).begin(Deed.REGISTER);
            model(kiosk).because("忘带身份证和党员卡");
        });
        scenes.accept("roll-joint", kiosk -> {
            joint(kiosk);
            model(kiosk).roll(Optional.of(new OrganizationId("c1-b2")));
        });
        scenes.accept("roll-which", RollScenes::joint);
        scenes.accept("roll-paper", kiosk -> {
            many(kiosk);
            open(kiosk);
            model(kiosk).startPaper();
            kiosk.services.rolls.lines.stream().skip(4).limit(3).forEach(model(kiosk)::touch);
        });
        scenes.accept("roll-heads", kiosk -> {
            open(kiosk);
            model(kiosk).startCounting();
            model(kiosk).type("1");
            model(kiosk).type("5");
        });
    }

    /// Of several branches, before one is chosen.
    private static void joint(TestKiosk kiosk) {
        var all = new ArrayList<RollLine>();
        for (int i = 0; i < 60; i++) {
            var states = AttendanceState.values();
            int branch = 1 + i % 4;
            var branchName = branch == 2 ? Samples.LONG_BRANCH : "样例社区第" + branch + "党支部";
            all.add(FakeRolls.line("M-" + i, "样例" + i, states[i % states.length], branch, branchName));
        }
        kiosk.services.rolls.lines = List.copyOf(all);
        open(kiosk);
        model(kiosk).chooseRoll();
    }

    private static void many(TestKiosk kiosk) {
        var many = new ArrayList<RollLine>();
        for (int i = 0; i < 60; i++) {
            var states = AttendanceState.values();
            var name = i == 1 || i == MISSING ? Samples.LONGEST.full() : "样例" + i;
            many.add(FakeRolls.line("M-" + i, name, states[i % states.length]));
        }
        kiosk.services.rolls.lines = List.copyOf(many);
    }

    private static RollLine missing(TestKiosk kiosk) {
        return kiosk.services.rolls.lines.get(MISSING);
    }

    private static void enter(TestKiosk kiosk) {
        kiosk.shell().admit(Samples.staff().getFirst());
        kiosk.shell().go("roll");
        model(kiosk).chooseActivity();
    }

    private static void open(TestKiosk kiosk) {
        enter(kiosk);
        model(kiosk).choose(kiosk.services.rolls.planned.getFirst());
    }

    private static RollViewModel model(TestKiosk kiosk) {
        return kiosk.services.place(RollPlace.class).model();
    }
}
