package cn.dangqun.domain.fee;

import cn.dangqun.domain.organization.OrganizationId;
import java.time.YearMonth;
import java.util.Optional;

/// One month of a member. `branch` is whom it is owed to, empty where it is owed to nobody; `due` what is owed, nothing
/// where that is not known.
public record FeeMonth(YearMonth month, Optional<OrganizationId> branch, FeeAmount due, FeeState state) {
    /// What came in: no amounts are taken down when people pay, so it is what was owed.
    public FeeAmount paid() {
        return state == FeeState.PAID ? due : FeeAmount.NONE;
    }
}
