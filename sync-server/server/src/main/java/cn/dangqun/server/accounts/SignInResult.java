package cn.dangqun.server.accounts;

import java.time.Duration;

/// What an attempt to sign in came to.
sealed interface SignInResult {
    /// `browser`: what the browser is known by from now on.
    record SignedIn(String sessionToken, String browser) implements SignInResult {
        @Override
        public String toString() {
            return "SignedIn";
        }
    }

    /// The password was right; the figures of the app come next, with this.
    record SecondStep(String token) implements SignInResult {
        @Override
        public String toString() {
            return "SecondStep";
        }
    }

    record WrongFigures() implements SignInResult {}

    /// The first step was too long ago, or never made.
    record TooLate() implements SignInResult {}

    /// Unknown name, wrong password or disabled account: the three look the same.
    record Refused() implements SignInResult {}

    record Locked(Duration remaining) implements SignInResult {}

    /// Too many people sign in at this moment.
    record Busy() implements SignInResult {}
}
