package cn.dangqun.config.catalogue;

import cn.dangqun.config.profile.json.Fault;
import java.util.List;

/// What came of reading a catalogue: all of it, or none of it with every fault.
public sealed interface CatalogueReading {
    record Accepted(Catalogue catalogue) implements CatalogueReading {}

    record Refused(List<Fault> faults) implements CatalogueReading {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
