package cn.dangqun.server.sync;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.protocol.ProtocolVersion;
import cn.dangqun.protocol.StreetCountCodec;
import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.protocol.wire.StreetCount;
import cn.dangqun.server.attendance.StreetCountReader;
import cn.dangqun.server.db.OneProcess;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// Tells one kiosk how its activities stand at the street, whenever that is another than it was told last. Changes
/// that come while one answer is being made, or shortly after it, are answered together. On the connection's event
/// loop, except [#changed].
@OneProcess("Of one connection, which one process has.")
final class StreetCountDelivery {
    /// So far apart are two answers, whatever comes: what one kiosk shows of others need not be newer.
    private static final Duration SPACING = Duration.ofMillis(250);

    private final Connection connection;
    private final StreetCountReader counts;
    private final StreetCountReader.View view;
    private final boolean listens;
    private final AtomicBoolean maybeMore = new AtomicBoolean();
    private Map<ActivityId, StreetCount> told = Map.of();
    private boolean looking;

    StreetCountDelivery(Connection connection, SyncServices services, StreetCountReader.View view, int version) {
        this.connection = connection;
        this.counts = services.streetCounts();
        this.view = view;
        this.listens = version >= ProtocolVersion.STREET_COUNT;
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

    private void rest() {
        connection.after(SPACING, () -> {
            looking = false;
            look();
        });
    }

    private List<StreetCount> read() {
        return counts.current(view.site()).stream()
                .flatMap(id -> counts.read(view, id).stream())
                .map(StreetCountCodec::encode)
                .toList();
    }

    private void tell(List<StreetCount> counts) {
        var now = new HashMap<ActivityId, StreetCount>();
        for (var each : counts) {
            var id = new ActivityId(each.getActivity());
            now.put(id, each);
            if (!each.equals(told.get(id))) {
                connection.send(Frame.newBuilder().setStreetCount(each));
            }
        }
        told = now;
        rest();
    }
}
