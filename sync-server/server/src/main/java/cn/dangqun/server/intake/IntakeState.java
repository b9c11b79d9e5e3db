package cn.dangqun.server.intake;

/// How far a roster from a file has come.
enum IntakeState {
    /// Its rows are being compared with the roster
    READING,
    /// Somebody may look at what would change, and let it
    READY,
    APPLYING,
    DONE,
    CANCELLED,
    /// The file could not be read
    FAILED;

    boolean isMoving() {
        return this == READING || this == APPLYING;
    }
}
