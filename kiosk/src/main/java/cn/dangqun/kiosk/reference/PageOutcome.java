package cn.dangqun.kiosk.reference;

/// What became of a page of reference changes.
public sealed interface PageOutcome {
    /// On the disk, and in force unless it is part of a snapshot that is arriving; `through` is the number reached.
    record Applied(long through) implements PageOutcome {}

    /// The page does not follow on what is here; `applied` is the number reached so far.
    record OutOfOrder(long applied) implements PageOutcome {}

    /// The page fails its checksum.
    record Damaged() implements PageOutcome {}

    record NotSaved() implements PageOutcome {}
}
