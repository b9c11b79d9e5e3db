package cn.dangqun.server.web;

import cn.dangqun.server.db.OneProcess;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// Connections of which nobody knows yet whose they are: so many at once, and so many of one origin. Whoever comes
/// is let in, and the oldest of the origin that holds most gives way: one of ours needs its place for a moment, and
/// whoever only holds places loses them. Refusing newcomers instead would let a few silent connections shut out every
/// kiosk. Safe for use from several threads.
@OneProcess("Connections to this process, which end with it.")
public final class Strangers<C> {
    private static final int NETWORK_BYTES = 8;

    private final int most;
    private final int mostOfOne;
    private final Map<String, SequencedSet<C>> byOrigin = new LinkedHashMap<>();
    private int count;

    public Strangers(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /// Where a connection comes from: its address, or the network of a subscriber who is given one of many (IPv6).
    public static String origin(SocketAddress remote) {
        if (remote instanceof InetSocketAddress address && address.getAddress() != null) {
            var bytes = address.getAddress().getAddress();
            var counted = address.getAddress() instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes;
            return HexFormat.of().formatHex(counted);
        }
        return "";
    }

    /// Lets it in; returns the one that must go for it.
    public synchronized Optional<C> enter(String origin, C connection) {
        var own = byOrigin.computeIfAbsent(origin, ignored -> new LinkedHashSet<>());
        if (own.add(connection)) {
            count++;
        }
        if (own.size() > mostOfOne) {
            return oldest(origin, own);
        }
        return count > most
                ? byOrigin.entrySet().stream()
                        .max(Comparator.comparingInt(each -> each.getValue().size()))
                        .flatMap(each -> oldest(each.getKey(), each.getValue()))
                : Optional.empty();
    }

    private Optional<C> oldest(String origin, SequencedSet<C> own) {
        var first = own.getFirst();
        leave(origin, first);
        return Optional.of(first);
    }

    /// It is known now, or gone. Does nothing when it has left before.
    public synchronized void leave(String origin, C connection) {
        var own = byOrigin.get(origin);
        if (own != null && own.remove(connection)) {
            count--;
            if (own.isEmpty()) {
                byOrigin.remove(origin);
            }
        }
    }

    public synchronized int count() {
        return count;
    }
}
