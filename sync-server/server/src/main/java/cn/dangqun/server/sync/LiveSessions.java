package cn.dangqun.server.sync;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.wire.Refusal;
import cn.dangqun.server.db.Changes;
import cn.dangqun.server.db.CommitListener;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.db.Topic;
import cn.dangqun.server.kiosks.KioskRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The kiosks connected now, one session each: the newest wins. Safe for use from several threads.
@OneProcess("Kiosks connected to this process: one that connects elsewhere is turned away here by the number of"
        + " its newest hello.")
final class LiveSessions implements CommitListener {
    private final ConcurrentHashMap<KioskId, KioskSession> byKiosk = new ConcurrentHashMap<>();

    void enter(KioskSession session) {
        var former = byKiosk.put(session.id(), session);
        if (former != null) {
            former.refuse(Refusal.Reason.SUPERSEDED, "the same kiosk connected again");
        }
    }

    void leave(KioskSession session) {
        byKiosk.remove(session.id(), session);
    }

    Set<KioskId> ids() {
        return Set.copyOf(byKiosk.keySet());
    }

    @Override
    public void committed(Changes changes) {
        if (changes.reference()) {
            byKiosk.values().forEach(KioskSession::referenceChanged);
        }
        var activities = changes.topics().stream()
                .flatMap(topic -> topic instanceof Topic.Activity(var id) ? Stream.of(id) : Stream.empty())
                .collect(Collectors.toUnmodifiableSet());
        if (!activities.isEmpty()) {
            byKiosk.values().forEach(session -> session.attendanceChanged(activities));
        }
    }

    /// Ends the sessions whose certificate may no longer talk, and those of kiosks that were moved: these come
    /// again at once and are told what their new site needs. Blocks.
    void expelRevoked(KioskRegistry kiosks) {
        if (byKiosk.isEmpty()) {
            return;
        }
        var accepted = kiosks.accepted();
        for (var session : byKiosk.values()) {
            var site = accepted.get(session.serial());
            if (site == null) {
                session.refuse(Refusal.Reason.REVOKED, "revoked while connected");
            } else if (!site.equals(session.site())) {
                session.refuse(Refusal.Reason.BUSY, "stands at another site now");
            }
        }
    }

    void refuseAll(Refusal.Reason reason, String detail) {
        byKiosk.values().forEach(session -> session.refuse(reason, detail));
    }
}
