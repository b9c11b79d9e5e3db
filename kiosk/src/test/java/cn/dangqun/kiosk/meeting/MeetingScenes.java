package cn.dangqun.kiosk.meeting;

import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.fact.SessionFact.BallotForm;
import cn.dangqun.domain.fact.SessionFact.BallotOutcome;
import cn.dangqun.domain.fact.SessionFact.Votes;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.meeting.MeetingState.Purpose;
import cn.dangqun.kiosk.meeting.MeetingView.Person;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.shell.TestKiosk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// 主持会议 in every state.
public final class MeetingScenes {
    private MeetingScenes() {}

    public static void addTo(BiConsumer<String, Consumer<TestKiosk>> scenes) {
        scenes.accept("meeting-choosing", kiosk -> {
            desk(kiosk).planned = List.of(Samples.MEETING, Samples.THEME_DAY, Samples.LECTURE);
            enter(kiosk);
        });
        scenes.accept("meeting-nothing", kiosk -> {
            desk(kiosk).planned = List.of();
            enter(kiosk);
        });
        scenes.accept("meeting-begun", MeetingScenes::open);
        scenes.accept("meeting-lost", kiosk -> {
            desk(kiosk).merged = false;
            desk(kiosk).people = desk(kiosk).people.subList(2, 5);
            open(kiosk);
        });
        scenes.accept("meeting-voted", kiosk -> {
            agenda(kiosk);
            open(kiosk);
        });
        scenes.accept("meeting-stale", kiosk -> {
            agenda(kiosk);
            desk(kiosk).people = desk(kiosk).people.subList(0, 4);
            open(kiosk);
        });
        scenes.accept("meeting-closed", kiosk -> {
            desk(kiosk).recorded(new SessionFact.Closed(Samples.MEETING.id(), Optional.of("staff-1")));
            open(kiosk);
        });
        scenes.accept("meeting-chair", kiosk -> {
            var chairs = desk(kiosk).chairs;
            desk(kiosk).chairs = List.of(
                    chairs.getFirst(),
                    new MeetingView.Chair(
                            new MemberId("M-2"),
                            Samples.LONGEST.full(),
                            chairs.getLast().post()));
            open(kiosk);
            model(kiosk).startDeclaring();
        });
        scenes.accept("meeting-chair-nobody", kiosk -> {
            desk(kiosk).chairs = List.of();
            open(kiosk);
            model(kiosk).startDeclaring();
        });
        scenes.accept("meeting-announcing", kiosk -> {
            many(kiosk);
            open(kiosk);
            model(kiosk).startDeclaring();
            model(kiosk).chair(desk(kiosk).chairs.getFirst());
        });
        scenes.accept("meeting-prepared", kiosk -> {
            desk(kiosk).planned = List.of(Samples.PREPARED);
            open(kiosk);
        });
        scenes.accept("meeting-planned", kiosk -> {
            desk(kiosk).planned = List.of(Samples.PREPARED);
            open(kiosk);
            model(kiosk).startItem();
        });
        scenes.accept("meeting-kinds", kiosk -> {
            open(kiosk);
            model(kiosk).startItem();
        });
        scenes.accept("meeting-whom", kiosk -> {
            var probationer = desk(kiosk).people.getFirst();
            desk(kiosk).people = List.of(new Person(probationer.name(), probationer.line(), "", true));
            open(kiosk);
            model(kiosk).startItem();
            model(kiosk).kind(AgendaKind.CONFIRM_MEMBER, "预备党员转正");
        });
        scenes.accept("meeting-item", kiosk -> onItem(kiosk, 1));
        scenes.accept("meeting-item-undeclared", kiosk -> {
            desk(kiosk).recorded(item(1, AgendaKind.RESOLUTION, "决定重大问题"));
            open(kiosk);
            model(kiosk).item(desk(kiosk).record.agenda().getFirst());
        });
        scenes.accept("meeting-votes", kiosk -> {
            onItem(kiosk, 1);
            model(kiosk).vote(BallotForm.SECRET);
            model(kiosk).type("3");
            model(kiosk).next();
        });
        scenes.accept("meeting-found", kiosk -> {
            onItem(kiosk, 1);
            votes(kiosk, "3");
        });
        scenes.accept("meeting-refused", kiosk -> {
            onItem(kiosk, 1);
            votes(kiosk, "9");
        });
        scenes.accept("meeting-no-quorum", kiosk -> onItem(kiosk, 3));
        scenes.accept("meeting-candidates", kiosk -> {
            desk(kiosk).people = desk(kiosk).people.subList(0, 3);
            onItem(kiosk, 3);
            model(kiosk).vote(BallotForm.SECRET);
            model(kiosk).candidate(desk(kiosk).people.get(1));
        });
        scenes.accept("meeting-elected", kiosk -> {
            desk(kiosk).people = List.of(
                    FakeMeetings.person("M-1", "陈样例", AttendanceState.PRESENT),
                    FakeMeetings.person("M-2", Samples.LONG.full(), AttendanceState.PRESENT));
            onItem(kiosk, 3);
            model(kiosk).vote(BallotForm.SECRET);
            desk(kiosk).people.forEach(model(kiosk)::candidate);
            model(kiosk).countCandidates();
            for (var number : List.of("2", "2", "0", "2", "0", "0", "1", "1", "0")) {
                model(kiosk).type(number);
                model(kiosk).next();
            }
        });
        scenes.accept("meeting-away", kiosk -> {
            desk(kiosk)
                    .recorded(new SessionFact.SteppedOut(Samples.MEETING.id(), new MemberId("M-2"), true, "staff-1"));
            open(kiosk);
            model(kiosk).startPeople(Purpose.AWAY);
        });
        scenes.accept("meeting-fees", kiosk -> {
            themeDay(kiosk);
            many(kiosk);
            open(kiosk);
            model(kiosk).startPeople(Purpose.FEES);
        });
        scenes.accept("meeting-steps", kiosk -> {
            themeDay(kiosk);
            open(kiosk);
            model(kiosk).startTicking();
        });
        scenes.accept("meeting-ending", kiosk -> {
            agenda(kiosk);
            open(kiosk);
            model(kiosk).startEnding();
        });
        scenes.accept("meeting-reopening", kiosk -> {
            desk(kiosk).recorded(new SessionFact.Closed(Samples.MEETING.id(), Optional.of("staff-1")));
            open(kiosk);
            model(kiosk).startReopening();
        });
        scenes.accept("meeting-with-display", kiosk -> {
            desk(kiosk).projector.there = true;
            agenda(kiosk);
            open(kiosk);
        });
        scenes.accept("meeting-overtaken", kiosk -> {
            desk(kiosk).answer = MeetingDesk.Answer.OVERTAKEN;
            open(kiosk);
            model(kiosk).startDeclaring();
            model(kiosk).chair(desk(kiosk).chairs.getFirst());
            model(kiosk).declare();
        });
    }

    /// The second display. Each takes the place of the kiosk's own screen for good: these come last.
    public static void addHallTo(BiConsumer<String, Consumer<TestKiosk>> scenes) {
        scenes.accept("hall-item", kiosk -> {
            agenda(kiosk);
            hall(kiosk);
        });
        scenes.accept("hall-begun", MeetingScenes::hall);
        scenes.accept("hall-prepared", kiosk -> {
            desk(kiosk).planned = List.of(Samples.PREPARED);
            desk(kiosk).recorded(item(1, AgendaKind.STUDY, "传达学习上级全会精神"));
            hall(kiosk);
        });
        scenes.accept("hall-long", kiosk -> {
            desk(kiosk).people =
                    List.of(FakeMeetings.person("M-3", Samples.LONG.full(), AttendanceState.CHECKED_IN_UNSIGNED));
            desk(kiosk)
                    .recorded(
                            new SessionFact.ItemSet(
                                    Samples.MEETING.id(),
                                    1,
                                    AgendaKind.CONFIRM_MEMBER,
                                    "讨论预备党员转为正式党员",
                                    Optional.of(new MemberId("M-3")),
                                    "staff-1"),
                            item(2, AgendaKind.RESOLUTION, "讨论并决定本年度服务群众重点项目和党员责任区划分方案"));
            hall(kiosk);
        });
        scenes.accept("hall-theme-day", kiosk -> {
            themeDay(kiosk);
            hall(kiosk);
        });
        scenes.accept("hall-closed", kiosk -> {
            hall(kiosk);
            desk(kiosk).recorded(new SessionFact.Closed(Samples.MEETING.id(), Optional.of("staff-1")));
            kiosk.time.pass(HallModel.FRESH);
        });
    }

    private static SessionFact item(int number, AgendaKind kind, String title) {
        return new SessionFact.ItemSet(Samples.MEETING.id(), number, kind, title, Optional.empty(), "staff-1");
    }

    private static void agenda(TestKiosk kiosk) {
        desk(kiosk)
                .recorded(
                        desk(kiosk).declared(),
                        item(1, AgendaKind.RESOLUTION, "决定重大问题"),
                        new SessionFact.ItemSet(
                                Samples.MEETING.id(),
                                2,
                                AgendaKind.CONFIRM_MEMBER,
                                "预备党员转正",
                                Optional.of(new MemberId("M-3")),
                                "staff-1"),
                        new SessionFact.BallotRecorded(
                                Samples.MEETING.id(),
                                2,
                                BallotForm.SECRET,
                                3,
                                3,
                                0,
                                List.of(new Votes("M-3", 3, 0, 0, 0)),
                                BallotOutcome.PASSED,
                                "staff-1"),
                        item(3, AgendaKind.ELECTION, "选举"),
                        item(4, AgendaKind.STUDY, "传达学习"));
    }

    private static void onItem(TestKiosk kiosk, int number) {
        agenda(kiosk);
        open(kiosk);
        model(kiosk).item(desk(kiosk).record.item(number).orElseThrow());
    }

    private static void votes(TestKiosk kiosk, String yes) {
        model(kiosk).vote(BallotForm.SHOW_OF_HANDS);
        model(kiosk).type(yes);
        model(kiosk).next();
        model(kiosk).next();
        model(kiosk).next();
    }

    private static void themeDay(TestKiosk kiosk) {
        desk(kiosk).planned = List.of(Samples.THEME_DAY);
        desk(kiosk).profile = "SHANGJIE_2018";
    }

    private static void many(TestKiosk kiosk) {
        var many = new ArrayList<Person>();
        for (int i = 0; i < 60; i++) {
            var states = AttendanceState.values();
            var name = i == 1 ? Samples.LONGEST.full() : "样例" + i;
            many.add(FakeMeetings.person("M-" + i, name, states[i % states.length]));
        }
        desk(kiosk).people = List.copyOf(many);
    }

    private static FakeMeetings desk(TestKiosk kiosk) {
        return kiosk.services.meetings;
    }

    /// The second display in place of the kiosk's own.
    private static void hall(TestKiosk kiosk) {
        desk(kiosk).projector.there = true;
        open(kiosk);
        var hall = kiosk.services.place(MeetingPlace.class).hall();
        if (model(kiosk).state().get() instanceof MeetingState.Overview(var view, var _)) {
            hall.show(view);
        }
        kiosk.scene().setRoot(desk(kiosk).projector.shown.orElseThrow().apply(kiosk.look()));
    }

    private static void enter(TestKiosk kiosk) {
        kiosk.shell().admit(Samples.staff().getFirst());
        kiosk.shell().go("meeting");
        model(kiosk).chooseActivity();
    }

    private static void open(TestKiosk kiosk) {
        enter(kiosk);
        model(kiosk).choose(desk(kiosk).planned.getFirst());
    }

    private static MeetingViewModel model(TestKiosk kiosk) {
        return kiosk.services.place(MeetingPlace.class).model();
    }
}
