package cn.dangqun.kiosk.staff;

/// The process this kiosk runs in. Any thread.
public interface Program {
    /// Staff ended it: whoever starts it again after any other end leaves it so (RestartPreventExitStatus).
    int ENDED = 10;

    /// Whether something starts it again when it ends, as systemd does.
    boolean isStartedAgain();

    /// Closes in order and ends; something starts it again.
    void restart();

    /// Closes in order and stays away.
    void end();

    /// The process of this very program.
    static Program ofProcess() {
        boolean watched = System.getenv("NOTIFY_SOCKET") != null;
        return new Program() {
            @Override
            public boolean isStartedAgain() {
                return watched;
            }

            @Override
            public void restart() {
                exit(0);
            }

            @Override
            public void end() {
                exit(ENDED);
            }

            // the hooks wait for threads that may wait for the caller's
            private void exit(int status) {
                var _ = Thread.ofPlatform().name("end").start(() -> System.exit(status));
            }
        };
    }
}
