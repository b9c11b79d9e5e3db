package cn.dangqun.simulation;

import cn.dangqun.simulation.check.Witness;
import cn.dangqun.simulation.machine.KioskMachine;
import cn.dangqun.simulation.machine.StreetMachine;
import cn.dangqun.simulation.story.Step;
import cn.dangqun.simulation.story.Story;
import cn.dangqun.simulation.world.World;
import java.util.List;

/// Everything that a story is told with. `unanswered` are the deeds of people who stand before a screen and wait.
record Stage(
        World world,
        StreetMachine street,
        List<KioskMachine> kiosks,
        Witness witness,
        Story story,
        List<Step> unanswered) {}
