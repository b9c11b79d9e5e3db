package cn.dangqun.server.db;

/// Told after each durable commit that changed something people look at. Runs on the writer's thread: hand over at
/// once, never query there, never throw.
@FunctionalInterface
public interface CommitListener {
    void committed(Changes changes);
}
