package cn.dangqun.server;

import cn.dangqun.server.db.DatabaseGround;
import cn.dangqun.store.Halt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// What a street's server stands on: its database, where what blocks is done, a timer for each of its housekeepers by
/// name, and the chance by which kiosks that are sent away come back apart. All closed with the server.
public record StreetGround(
        DatabaseGround database,
        ExecutorService workers,
        Function<String, ScheduledExecutorService> timers,
        RandomGenerator chance) {
    /// Threads of its own.
    static StreetGround own() {
        return new StreetGround(
                DatabaseGround.own(Halt.PROCESS),
                Executors.newVirtualThreadPerTaskExecutor(),
                name -> Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
                        .daemon(!name.equals("roll-keeper"))
                        .name(name)
                        .factory()),
                RandomGenerator.getDefault());
    }
}
