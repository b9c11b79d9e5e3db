package cn.dangqun.server.intake;

import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.db.OneProcess;
import java.util.HashSet;
import java.util.Set;

/// Rows of one file without a number, by the street's id or by name and branch. For one thread.
@OneProcess("Rows of one file while it is read; after a restart a second of a name is doubtful instead of double.")
final class Namesakes {
    private final Set<String> seen = new HashSet<>();

    boolean isSecond(Said said) {
        return !seen.add(said.id()
                .map(MemberId::value)
                .orElseGet(() -> said.branch().map(OrganizationId::value).orElse("") + "\t" + said.name()));
    }
}
