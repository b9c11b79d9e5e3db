package cn.dangqun.kiosk.request;

/// What filing came to. Only [Filed] follows a durable commit.
public sealed interface FileOutcome {
    record Filed(Receipt receipt) implements FileOutcome {}

    /// The street has sent nobody who could answer for it
    record NobodyAnswers() implements FileOutcome {}

    /// The disk did not take it: there is no request.
    record NotSaved() implements FileOutcome {}

    /// The street has revoked this kiosk, or its reference is too old.
    record KioskSealed() implements FileOutcome {}
}
