package cn.dangqun.config.demo;

/// Somebody to play in a demonstration: what the panel shows, and what they hold to the kiosk.
public record DemoPerson(String label, Shows shows) {

    /// What the person holds to the kiosk.
    public sealed interface Shows {
        /// A contactless card with this UID, hex.
        record CardUid(String hex) implements Shows {}

        record CodeText(String text) implements Shows {}
    }
}
