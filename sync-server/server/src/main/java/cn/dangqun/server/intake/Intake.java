package cn.dangqun.server.intake;

import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.web.Scope;
import cn.dangqun.sheets.SheetFault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// A roster that somebody brought in a file, and how far it has come.
record Intake(
        String id,
        String login,
        Scope scope,
        String file,
        Optional<OrganizationId> branch,
        MemberStatus status,
        IntakeState state,
        Optional<SheetFault> fault,
        int passed,
        String unknown,
        int rows,
        int read,
        int done,
        Optional<LocalDate> movedOn,
        Instant begun) {}
