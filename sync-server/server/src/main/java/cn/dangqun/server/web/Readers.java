package cn.dangqun.server.web;

import java.time.Duration;
import java.util.Optional;

/// Knows other systems that may read here, by their tokens. Called on virtual threads; may read and write the database.
public interface Readers {
    /// Whoever holds a token that is good today. Its permissions are no role's.
    Optional<Viewer> find(String token);

    /// How long it must wait; empty when it may go on, which then is counted. `cost` says how heavy the question is.
    Optional<Duration> wait(Viewer reader, int cost);

    /// Puts into the record that a route is used: once a day for each reader and route.
    void used(Visit visit, String route, Auditable action);
}
