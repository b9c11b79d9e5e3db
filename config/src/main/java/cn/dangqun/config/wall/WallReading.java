package cn.dangqun.config.wall;

import cn.dangqun.config.profile.json.Fault;
import cn.dangqun.domain.wall.WallCatalogue;
import java.util.List;

/// What came of reading a catalogue: all of it, or none of it with every fault.
public sealed interface WallReading {
    record Accepted(WallCatalogue catalogue) implements WallReading {}

    record Refused(List<Fault> faults) implements WallReading {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
