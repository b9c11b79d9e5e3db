package cn.dangqun.server.attendance;

import cn.dangqun.domain.organization.OrganizationId;
import java.util.List;

/// Paths of organisations, as in `/street/c1/c1-b1/`: the ids from the street down.
final class Paths {
    private Paths() {}

    /// The community is the second; what hangs at the street itself counts as the street's.
    static OrganizationId community(String path) {
        var ids = List.of(path.split("/", -1));
        return new OrganizationId(isOfCommunity(path) ? ids.get(2) : ids.get(1));
    }

    static boolean isOfCommunity(String path) {
        return path.chars().filter(each -> each == '/').count() > 2;
    }
}
