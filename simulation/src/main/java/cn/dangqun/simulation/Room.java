package cn.dangqun.simulation;

import cn.dangqun.kiosk.meeting.MeetingAct;
import cn.dangqun.kiosk.meeting.MeetingView;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.simulation.check.Activities;
import cn.dangqun.simulation.check.Plain;
import cn.dangqun.simulation.check.Witness.Person;
import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.machine.KioskMachine;
import cn.dangqun.simulation.story.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who has left the room: the kiosk at which it was recorded says so, and counts them as present and not as voters.
final class Room {
    private final Stage stage;
    private final Meetings meetings;
    private final Map<Where, Boolean> away = new HashMap<>();
    private final Set<Where> doubtful = new HashSet<>();

    private record Where(int kiosk, Person who) {
        static Where of(Step step) {
            return new Where(step.kiosk(), new Person(step.activity(), step.person()));
        }
    }

    Room(Stage stage, Meetings meetings) {
        this.stage = stage;
        this.meetings = meetings;
    }

    /// `out`: otherwise they are back.
    void left(Step step, StaffMember by, boolean out) {
        var where = Where.of(step);
        if (!stage.kiosks().get(step.kiosk()).isOn()) {
            return;
        }
        boolean wasClear = doubtful.add(where);
        meetings.record(step, by, new MeetingAct.StepOut(Ground.member(step.person()), out), done -> {
            if (done) {
                away.put(where, out);
            }
            if (done || wasClear) {
                doubtful.remove(where);
            }
        });
    }

    /// What was written there may be gone with its disk.
    void lost(int kiosk) {
        away.keySet().stream().filter(each -> each.kiosk == kiosk).forEach(doubtful::add);
    }

    List<String> met() {
        var wrong = new ArrayList<String>();
        for (int kiosk = 0; kiosk < stage.kiosks().size(); kiosk++) {
            int number = kiosk;
            stage.kiosks().get(kiosk).with(machine -> {
                for (int i = 0; i < stage.story().activities().size(); i++) {
                    int activity = i;
                    view(machine, activity).ifPresent(view -> look(number, activity, view, wrong));
                }
            });
        }
        return wrong;
    }

    private static Optional<MeetingView> view(KioskMachine kiosk, int activity) {
        return kiosk.meetings().view(Activities.id(activity));
    }

    private void look(int kiosk, int activity, MeetingView view, List<String> wrong) {
        int here = 0;
        int voters = 0;
        for (var each : view.people()) {
            var member = each.line().entry().member();
            boolean isAway = view.record().away().contains(member);
            var where = new Where(
                    kiosk, new Person(activity, Integer.parseInt(member.value().substring(1))));
            if (!doubtful.contains(where) && isAway != away.getOrDefault(where, false)) {
                wrong.add(Plain.kiosk(kiosk) + " says that person " + where.who.person() + " is "
                        + (isAway ? "out of" : "in") + " the room of activity " + activity);
            }
            boolean isHere = each.line().state().isPresent();
            here += isHere ? 1 : 0;
            voters += isHere && !isAway && each.line().entry().voting() ? 1 : 0;
        }
        if (view.count().present() != here || view.count().votingPresent() != voters) {
            wrong.add(Plain.kiosk(kiosk) + " counts of activity " + activity + " "
                    + view.count().present() + " present and " + view.count().votingPresent() + " voters, and lists "
                    + here + " and " + voters);
        }
    }
}
