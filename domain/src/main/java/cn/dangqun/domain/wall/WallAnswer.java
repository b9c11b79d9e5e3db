package cn.dangqun.domain.wall;

/// What an approver answers for beside the words themselves (F-38): the 保密审查, and that every difference from the
/// official text that came with the program was seen. `differs` is what the program found, not what anybody said.
public record WallAnswer(boolean secrecyReviewed, boolean differs, boolean differenceSeen) {
    /// For a text with which none came.
    public static WallAnswer secrecy(boolean reviewed) {
        return new WallAnswer(reviewed, false, false);
    }
}
