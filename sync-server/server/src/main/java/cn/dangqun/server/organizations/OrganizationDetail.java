package cn.dangqun.server.organizations;

import cn.dangqun.domain.organization.OrganizationKind;
import java.time.LocalDate;
import java.util.Optional;

/// What the street notes of an organisation and kiosks need not know. `gridUnit` is the 片区 or 楼栋 it covers
/// at most 40 characters; `termEnd` the last day of its committee's term.
public record OrganizationDetail(OrganizationKind kind, Optional<String> gridUnit, Optional<LocalDate> termEnd) {
    static final OrganizationDetail NONE =
            new OrganizationDetail(OrganizationKind.ORDINARY, Optional.empty(), Optional.empty());
}
