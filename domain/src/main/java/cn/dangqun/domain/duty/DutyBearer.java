package cn.dangqun.domain.duty;

import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What the rules need to know about an organisation. `themeDay` is its own fixed day of the month, `persons`
/// are those each duty of scope PERSON concerns. Periods that begin before `activeFrom` or end after `activeTo` do not
/// apply, nor do reports that are due after it.
public record DutyBearer(
        OrganizationId id,
        OrganizationLevel level,
        OrganizationClass orgClass,
        boolean hasCommittee,
        List<OrganizationId> groups,
        Map<DutyCode, List<MemberId>> persons,
        OptionalInt themeDay,
        Optional<LocalDate> activeFrom,
        Optional<LocalDate> activeTo) {
    public DutyBearer {
        groups = List.copyOf(groups);
        persons = Map.copyOf(persons);
        if (themeDay.isPresent() && (themeDay.getAsInt() < 1 || themeDay.getAsInt() > 31)) {
            throw new IllegalArgumentException("the fixed day of " + id + " is not a day of the month");
        }
    }
}
