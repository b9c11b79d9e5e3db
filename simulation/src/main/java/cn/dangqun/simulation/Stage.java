package cn.dangqun.simulation;

import cn.dangqun.server.review.InboxModel;
import cn.dangqun.server.web.Viewer;
import cn.dangqun.simulation.check.Witness;
import cn.dangqun.simulation.machine.KioskMachine;
import cn.dangqun.simulation.machine.Office;
import cn.dangqun.simulation.machine.StreetMachine;
import cn.dangqun.simulation.story.Kind;
import cn.dangqun.simulation.story.Step;
import cn.dangqun.simulation.story.Story;
import cn.dangqun.simulation.world.World;
import java.util.ArrayList;
import java.util.HashMap;
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

    /// On 复核, of what stands there as it was read; `more`: what this answer asks besides.
    boolean decide(InboxModel.Row row, String answer, String reason, Map<String, String> more) {
        var form = new HashMap<>(more);
        form.put("kind", row.kind());
        form.put("item", row.key());
        form.put("answer", answer);
        form.put("reason", reason);
        form.put("seen", row.seen());
        return press("/review/decisions", Map.of(), form);
    }

    /// Whether the story tells this of a person.
    boolean tells(Kind kind, int person) {
        return story.steps().stream().anyMatch(each -> each.kind() == kind && each.person() == person);
    }

    boolean press(Viewer who, String route, Map<String, String> params, Map<String, String> form) {
        var life = street.life();
        boolean taken = street.at(office -> office.press(who, route, params, form));
        world.trace().note("the form was " + (taken ? "taken" : "refused"));
        return taken && life.isOn();
    }
}
