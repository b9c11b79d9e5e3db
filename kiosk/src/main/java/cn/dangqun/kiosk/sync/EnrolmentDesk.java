package cn.dangqun.kiosk.sync;

import java.util.concurrent.CompletableFuture;

/// Enrols this kiosk at the street with a one-time code (DESIGN §5, F-69); the same code may be tried again while no
/// answer has come, and goes with the same key. May be called from any thread; never blocks;
/// futures never complete exceptionally.
public interface EnrolmentDesk {
    CompletableFuture<Enrolment> enrol(String code);

    sealed interface Enrolment {
        /// The kiosk holds its certificate; the connection follows by itself.
        record Enrolled(String kioskId) implements Enrolment {}

        record Refused(Reason reason) implements Enrolment {}

        /// No answer from the street; the code may be tried again.
        record Unreachable() implements Enrolment {}
    }

    /// Why the street, or this kiosk, refused.
    enum Reason {
        CODE_UNKNOWN,
        CODE_USED,
        CODE_EXPIRED,
        /// The server does not show the certificate whose fingerprint is in the settings
        WRONG_SERVER,
        /// This kiosk could not keep its keys
        NOT_SAVED,
        OTHER;

        /// Whether the street has said so, which is the end of a code.
        boolean isOfTheStreet() {
            return switch (this) {
                case CODE_UNKNOWN, CODE_USED, CODE_EXPIRED -> true;
                case WRONG_SERVER, NOT_SAVED, OTHER -> false;
            };
        }
    }
}
