package cn.dangqun.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The end of a process in which an `Error` or a broken invariant of stored data was met (DESIGN §13): nothing goes on
/// half dead, and what started the process starts it anew. From any thread; a test's own returns.
@FunctionalInterface
public interface Halt {
    /// The exit code.
    int BROKEN = 70;

    /// Logs once and ends the process without running hooks, which might wait for what is broken.
    Halt PROCESS = new Halt() {
        private static final Logger log = LoggerFactory.getLogger(Halt.class);

        @Override
        public void because(String what, Throwable broken) {
            try {
                log.error("{}; the process ends so that it is started anew", what, broken);
                System.err.flush();
            } finally {
                Runtime.getRuntime().halt(BROKEN);
            }
        }
    };

    /// `what`: where it was met, as the beginning of a sentence.
    void because(String what, Throwable broken);

    /// Runs `work` on a thread that would swallow an Error.
    default Runnable guarding(String what, Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (Error broken) {
                because(what, broken);
                throw broken;
            }
        };
    }

    /// Whether only the end of the process will do.
    static boolean isCalledFor(Throwable problem) {
        return problem instanceof Error || problem instanceof BrokenInvariantException;
    }
}
