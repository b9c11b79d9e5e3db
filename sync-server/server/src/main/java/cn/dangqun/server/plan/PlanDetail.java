package cn.dangqun.server.plan;

import cn.dangqun.domain.member.PersonName;
import java.util.Optional;

/// What the street notes of an activity and kiosks need not know. `hours` are the 学时 that it gives, fixed when it is
/// planned (OQ-12); `chair` is who presides, `organiser` who sees to it.
record PlanDetail(Optional<Integer> hours, Optional<PersonName> chair, Optional<PersonName> organiser) {
    static final PlanDetail NONE = new PlanDetail(Optional.empty(), Optional.empty(), Optional.empty());
}
