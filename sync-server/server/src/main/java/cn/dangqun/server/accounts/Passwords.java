package cn.dangqun.server.accounts;

import cn.dangqun.server.db.OneProcess;
import cn.dangqun.store.SecretVerifier;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Makes and checks argon2id verifiers in the usual `$argon2id$v=19$…` form. Slow and hungry by design, so only a few
/// run at a time; never call it on an event loop.
@OneProcess("How many passwords are hashed at once: a limit of this machine's memory, and each machine has its own.")
public final class Passwords {
    public static final SecretVerifier.Cost SERVER = new SecretVerifier.Cost(32 * 1024, 3);

    private static final int AT_ONCE = 2;
    private static final int WAIT_SECONDS = 10;

    private final SecretVerifier.Cost cost;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /// `cost`: of new verifiers; existing ones carry their own.
    public Passwords(SecretVerifier.Cost cost) {
        this.cost = cost;
    }

    /// Too many people sign in at this moment.
    static final class BusyException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    public String verifier(String password) {
        return inTurn(() -> SecretVerifier.encode(password, cost, random));
    }

    /// @throws BusyException when no turn comes within ten seconds
    /// @throws IllegalArgumentException if `verifier` is not one of ours
    public boolean matches(String verifier, String password) {
        var known = SecretVerifier.parse(verifier)
                .orElseThrow(() -> new IllegalArgumentException("not an argon2id verifier"));
        return inTurn(() -> known.accepts(password));
    }

    private <T> T inTurn(Supplier<T> work) {
        takeTurn();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (!turns.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new BusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException();
        }
    }
}
