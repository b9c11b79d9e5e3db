package cn.dangqun.server.accounts;

import cn.dangqun.server.db.OneProcess;
import cn.dangqun.store.SecretVerifier;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Makes and checks argon2id verifiers in the usual `$argon2id$v=19$…` form. Slow and hungry by design, so only a few
/// run at a time, on threads of their own: those that answer pages stay free. Who comes with a browser that is known
/// does not wait behind strangers. Never call it on an event loop.
public final class Passwords {
    public static final SecretVerifier.Cost SERVER = new SecretVerifier.Cost(32 * 1024, 3);

    private static final int AT_ONCE = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 2);
    private static final int MOST_WAITING = 64;
    private static final int WAIT_SECONDS = 10;

    private final SecretVerifier.Cost cost;
    private final SecureRandom random = new SecureRandom();
    private final Lane strangers = new Lane("passwords");
    private final Lane known = new Lane("known-passwords");

    /// `cost`: of new verifiers; existing ones carry their own.
    public Passwords(SecretVerifier.Cost cost) {
        this.cost = cost;
    }

    /// Too many people sign in at this moment.
    static final class BusyException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    public String verifier(String password) {
        return known.run(() -> SecretVerifier.encode(password, cost, random));
    }

    /// @throws BusyException when no turn comes within ten seconds
    /// @throws IllegalArgumentException if `verifier` is not one of ours
    public boolean matches(String verifier, String password) {
        return matches(verifier, password, false);
    }

    /// `isKnown`: somebody whose browser the account knows.
    boolean matches(String verifier, String password, boolean isKnown) {
        var parsed = SecretVerifier.parse(verifier)
                .orElseThrow(() -> new IllegalArgumentException("not an argon2id verifier"));
        return (isKnown ? known : strangers).run(() -> parsed.accepts(password));
    }

    @OneProcess(
            "How many passwords are hashed at once: a limit of this machine's memory, and each machine has its own.")
    private static final class Lane {
        private final Semaphore turns = new Semaphore(AT_ONCE, true);
        private final ExecutorService threads;

        Lane(String name) {
            threads = Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name(name).factory());
        }

        <T> T run(Callable<T> work) {
            takeTurn();
            try {
                return threads.submit(work).get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BusyException();
            } finally {
                turns.release();
            }
        }

        private void takeTurn() {
            try {
                if (turns.getQueueLength() >= MOST_WAITING || !turns.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                    throw new BusyException();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BusyException();
            }
        }
    }
}
