package cn.dangqun.server.accounts;

import cn.dangqun.server.web.Auditable;
import cn.dangqun.server.web.Visit;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Who did it and from where, for the record.
public record Actor(String login, String remote) {
    public static Actor of(Visit visit) {
        return new Actor(visit.viewer().login(), visit.remote());
    }

    public void note(Handle handle, Instant at, Auditable action, String subject) {
        Audit.note(handle, at, Optional.of(login), action, subject, remote);
    }
}
