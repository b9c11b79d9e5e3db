package cn.dangqun.server.accounts;

import java.time.Duration;

/// What an attempt to sign in came to.
sealed interface SignInResult {
    record SignedIn(String sessionToken) implements SignInResult {
        @Override
        public String toString() {
            return "SignedIn";
        }
    }

    /// Unknown name, wrong password or disabled account: the three look the same.
    record Refused() implements SignInResult {}

    record Locked(Duration remaining) implements SignInResult {}

    /// Too many people sign in at this moment.
    record Busy() implements SignInResult {}
}
