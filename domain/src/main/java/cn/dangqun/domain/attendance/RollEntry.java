package cn.dangqun.domain.attendance;

import cn.dangqun.domain.member.MemberId;
import java.util.Optional;

/// One member of a frozen roll. `voting`: a full member whose rights are not suspended; `exemption` is why the
/// member is not counted in 应到.
public record RollEntry(MemberId member, boolean voting, Optional<ExemptionKind> exemption) {}
