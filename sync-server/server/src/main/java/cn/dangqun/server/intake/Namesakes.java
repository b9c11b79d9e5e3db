package cn.dangqun.server.intake;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.db.OneProcess;
import java.util.HashSet;
import java.util.Set;

/// Rows of one file without a number, by name and branch. For one thread.
@OneProcess("Rows of one file while it is read; after a restart a second of a name is doubtful instead of double.")
final class Namesakes {
    private final Set<String> seen = new HashSet<>();

    boolean isSecond(Said said) {
        return !seen.add(said.branch().map(OrganizationId::value).orElse("") + "\t" + said.name());
    }
}
