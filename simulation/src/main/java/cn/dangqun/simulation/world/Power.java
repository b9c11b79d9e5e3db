package cn.dangqun.simulation.world;

/// A machine at work, from its start to its end. While something on it waits for a writer, writers work at once: there
/// is only one thread.
public final class Power {
    private final World world;
    private final Life life = new Life();
    private final java.util.List<SimExecutor> writers = new java.util.ArrayList<>();
    private int waiting;

    public Power(World world) {
        this.world = world;
    }

    public World world() {
        return world;
    }

    public Life life() {
        return life;
    }

    boolean isWaitedFor() {
        return waiting > 0;
    }

    void writes(SimExecutor writer) {
        writers.add(writer);
    }

    /// Something that may wait for what is written.
    public void waiting(Runnable deed) {
        writers.forEach(SimExecutor::drain);
        waiting++;
        try {
            deed.run();
        } finally {
            waiting--;
        }
    }
}
