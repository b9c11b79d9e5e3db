package cn.dangqun.domain.queue;

/// How a number came into its person's hands (F-45, F-46).
public enum Handover {
    PRINTED,
    /// No printer or no paper: it stood on the screen, with a code
    SHOWN,
    /// The printer does not know what reached the paper; it stood on the screen, too
    UNCERTAIN
}
