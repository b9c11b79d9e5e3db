package cn.dangqun.simulation;

import cn.dangqun.server.web.Viewer;
import cn.dangqun.simulation.check.Witness;
import cn.dangqun.simulation.machine.KioskMachine;
import cn.dangqun.simulation.machine.Office;
import cn.dangqun.simulation.machine.StreetMachine;
import cn.dangqun.simulation.story.Step;
import cn.dangqun.simulation.story.Story;
import cn.dangqun.simulation.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Everything that a story is told with. `unanswered` are the deeds of people who stand before a screen and wait,
/// `answers` what the others were told, by the number of the step.
record Stage(
        World world,
        StreetMachine street,
        List<KioskMachine> kiosks,
        Witness witness,
        Story story,
        List<Step> unanswered,
        Map<Integer, List<String>> answers) {
    /// A screen has answered.
    void answered(Step step, String words) {
        answers.computeIfAbsent(story.number(step), fresh -> new ArrayList<>()).add(words);
    }

    /// Whether a form of the street was taken, and is on its disk.
    boolean press(String route, Map<String, String> params, Map<String, String> form) {
        return press(Office.REVIEWER, route, params, form);
    }

    boolean press(Viewer who, String route, Map<String, String> params, Map<String, String> form) {
        var life = street.life();
        boolean taken = street.at(office -> office.press(who, route, params, form));
        world.trace().note("the form was " + (taken ? "taken" : "refused"));
        return taken && life.isOn();
    }
}
