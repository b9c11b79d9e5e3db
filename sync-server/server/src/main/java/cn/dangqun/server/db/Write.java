package cn.dangqun.server.db;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// One all-or-nothing change. Runs on the writer's thread inside a transaction it shares with others; when it throws,
/// only its own work is undone. Never commits, never waits for anything but the database, and changes nothing
/// else: it is done anew when another process was first.
@FunctionalInterface
public interface Write<T extends @Nullable Object> {
    T apply(Handle handle, ChangeLog changes);
}
