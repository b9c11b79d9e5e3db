package cn.dangqun.papers;

/// One form with all that stands on it. Values are words as they are to be printed; what is empty is left to be
/// filled in by hand.
public sealed interface Paper
        permits SignInSheet,
                Announcement,
                BallotProtocol,
                MinutesPage,
                ResolutionReport,
                Register,
                Chronicle,
                Cover,
                BoxLabels {

    /// How a paper lies before whoever reads it.
    enum Shape {
        UPRIGHT,
        LYING
    }
}
