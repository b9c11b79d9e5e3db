package cn.dangqun.server.web;

import java.util.Optional;

/// Knows who holds a session. Called on virtual threads, for every request; may read the database.
public interface Gate {

    /// The viewer of a live session; counts as activity, so the idle time starts anew.
    Optional<Viewer> enter(String sessionToken);

    /// The same without counting as activity: an unattended page must not keep itself signed in.
    Optional<Viewer> look(String sessionToken);
}
