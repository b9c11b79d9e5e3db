package cn.dangqun.server.accounts;

import cn.dangqun.server.db.OneProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Who comes to sign in and is known by no browser, before anything is worked or written for him: so many at once and
/// then one in a while, of each network and of all together. Success gives the turn back, so that an office behind one
/// address is not counted. What is turned away is summed, not recorded one by one. For any thread.
@OneProcess("How much work strangers make for this process; each process bounds its own.")
final class Crowd {
    static final int OF_NETWORK = 30;
    private static final int OF_ALL = 500;
    private static final Duration NETWORK_TURN = Duration.ofSeconds(30);
    private static final Duration ALL_TURN = Duration.ofSeconds(1);
    private static final Duration SUM_EVERY = Duration.ofMinutes(1);
    private static final int MOST_NETWORKS = 4096;

    private final Map<String, Bucket> networks = new HashMap<>();
    private Bucket all = new Bucket(OF_ALL, Instant.EPOCH);
    private long turnedAway;
    private Instant summed = Instant.EPOCH;

    private record Bucket(double turns, Instant at) {
        private Bucket filled(Instant now, int most, Duration turn) {
            double since = Math.max(0, Duration.between(at, now).toMillis());
            return new Bucket(Math.min(most, turns + since / turn.toMillis()), now);
        }

        private Bucket with(double more) {
            return new Bucket(turns + more, at);
        }
    }

    /// Whether this one may try; who may not is counted.
    synchronized boolean admits(String network, Instant now) {
        forget(now);
        var own = own(network, now);
        all = all.filled(now, OF_ALL, ALL_TURN);
        boolean admitted = own.turns >= 1 && all.turns >= 1;
        networks.put(network, admitted ? own.with(-1) : own);
        all = admitted ? all.with(-1) : all;
        turnedAway += admitted ? 0 : 1;
        return admitted;
    }

    /// It was somebody of ours.
    synchronized void giveBack(String network, Instant now) {
        networks.put(network, own(network, now).with(1));
        all = all.with(1);
    }

    /// How many were turned away since the last sum, at most once a minute; 0 when there is nothing to say yet.
    synchronized long sum(Instant now) {
        if (turnedAway == 0 || now.isBefore(summed.plus(SUM_EVERY))) {
            return 0;
        }
        long sum = turnedAway;
        turnedAway = 0;
        summed = now;
        return sum;
    }

    private Bucket own(String network, Instant now) {
        return networks.getOrDefault(network, new Bucket(OF_NETWORK, now)).filled(now, OF_NETWORK, NETWORK_TURN);
    }

    private void forget(Instant now) {
        if (networks.size() >= MOST_NETWORKS) {
            networks.values().removeIf(each -> each.filled(now, OF_NETWORK, NETWORK_TURN).turns >= OF_NETWORK);
        }
        if (networks.size() >= MOST_NETWORKS) {
            networks.clear(); // the bound of all together still holds
        }
    }
}
