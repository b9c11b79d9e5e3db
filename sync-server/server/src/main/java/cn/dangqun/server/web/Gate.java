package cn.dangqun.server.web;

import java.util.Optional;

/// Knows who holds a session. Called on virtual threads, for every request; may read the database.
public interface Gate {

    /// The viewer of a live session; counts as activity, so the idle time starts anew.
    Optional<Viewer> enter(String sessionToken);

    /// The same without counting as activity: an unattended page must not keep itself signed in. Read anew after
    /// every change of accounts and sessions, and every few seconds; so is the next.
    Optional<Viewer> look(String sessionToken);

    /// The same of a session that nobody has used for a while and that has not come to its age: for a page that stands
    /// open and shows no full names. Whatever else is asked with it finds nobody.
    Optional<Viewer> watch(String sessionToken);
}
