package cn.dangqun.config.profile;

import cn.dangqun.config.profile.json.Fault;
import cn.dangqun.domain.profile.RuleProfile;
import java.util.List;

/// What came of reading a profile: all of it, or none of it with every fault.
public sealed interface ProfileReading {
    /// `advice` are remarks that do not hinder use, such as fewer study hours than the national rule.
    record Accepted(RuleProfile profile, List<Fault> advice) implements ProfileReading {
        public Accepted {
            advice = List.copyOf(advice);
        }
    }

    record Refused(List<Fault> faults) implements ProfileReading {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
