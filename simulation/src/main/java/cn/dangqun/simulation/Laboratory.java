package cn.dangqun.simulation;

import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.story.Draw;
import cn.dangqun.simulation.story.Story;
import cn.dangqun.simulation.world.Chance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Stories told for somebody who knows nothing but texts and numbers: a program of another class loader, with a fault
/// in it on purpose.
public final class Laboratory {
    private final Ground ground;

    private Laboratory(Ground ground) {
        this.ground = ground;
    }

    /// On a ground that was laid out before.
    public static Laboratory on(Path ground, String fingerprint) {
        Chance.install();
        return new Laboratory(Ground.at(ground, fingerprint));
    }

    /// The story for people, with what screens answered, and then what is wrong, nothing when the promise is kept.
    public List<String> told(String story) {
        var result = Simulation.tell(Story.parse(story), ground);
        return Stream.concat(Stream.of(result.told()), result.wrong().stream()).toList();
    }

    /// The first seed from `from` on, and before `to`, whose story goes wrong; `to` when none does.
    public long find(long from, long to) {
        long seed = from;
        while (seed < to && Simulation.tell(Draw.story(seed), ground).isKept()) {
            seed++;
        }
        return seed;
    }

    /// The same story without what need not be told, its lines first, then what went wrong.
    public List<String> shrunk(long seed, int tries) {
        var story = Shrink.of(
                Draw.story(seed), each -> !Simulation.tell(each, ground).isKept(), tries);
        var told = new ArrayList<>(story.lines().lines().toList());
        told.add("");
        told.addAll(Simulation.tell(story, ground).wrong());
        return told;
    }
}
