package cn.dangqun.server.sync;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.protocol.ProtocolVersion;
import cn.dangqun.protocol.StandingWords;
import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.protocol.wire.Standing;
import cn.dangqun.server.attendance.StandingReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// Tells one kiosk how its activities stand at the street, whenever that is another than it was told last. Changes that
/// come while one answer is being made are answered together. On the connection's event loop, except [#changed].
final class StandingDelivery {
    private final Connection connection;
    private final StandingReader standings;
    private final StandingReader.View view;
    private final boolean listens;
    private final AtomicBoolean maybeMore = new AtomicBoolean();
    private Map<ActivityId, Standing> told = Map.of();
    private boolean looking;

    StandingDelivery(Connection connection, SyncServices services, StandingReader.View view, int version) {
        this.connection = connection;
        this.standings = services.standings();
        this.view = view;
        this.listens = version >= ProtocolVersion.STANDING;
    }

    /// Something may stand otherwise. From any thread.
    void changed() {
        if (listens && !maybeMore.getAndSet(true)) {
            connection.onLoop(this::look);
        }
    }

    private void look() {
        if (looking || !maybeMore.getAndSet(false)) {
            return;
        }
        looking = true;
        connection.askAside(this::read, this::tell);
    }

    private List<Standing> read() {
        return standings.current(view.site()).stream()
                .flatMap(id -> standings.read(view, id).stream())
                .map(StandingWords::encode)
                .toList();
    }

    private void tell(List<Standing> standings) {
        var now = new HashMap<ActivityId, Standing>();
        for (var each : standings) {
            var id = new ActivityId(each.getActivity());
            now.put(id, each);
            if (!each.equals(told.get(id))) {
                connection.send(Frame.newBuilder().setStanding(each));
            }
        }
        told = now;
        looking = false;
        look();
    }
}
