package cn.dangqun.simulation.world;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.security.Security;
import java.util.SplittableRandom;

/// The machine's own randomness, which comes from the seed too for the thread that simulates: epochs, salts, ids and
/// keys are drawn anew from the same seed. Every other thread has what the system gives.
public final class Chance extends Provider {
    private static final long serialVersionUID = 1;
    private static final String NAME = "Simulation";
    private static final ThreadLocal<SplittableRandom> DRAWN = new ThreadLocal<>();

    private Chance() {
        super(NAME, "1", "chance of a simulated world");
        put("SecureRandom.Simulated", Drawn.class.getName());
    }

    /// From now on, for this thread.
    public static void from(long seed) {
        DRAWN.set(new SplittableRandom(seed));
    }

    public static void end() {
        DRAWN.remove();
    }

    /// Comes before the system's own; once for a process. A simulation in another class loader takes its place.
    public static synchronized void install() {
        Security.removeProvider(NAME);
        Security.insertProviderAt(new Chance(), 1);
    }

    @Override
    public Service getService(String type, String algorithm) {
        return type.equals("SecureRandom") && algorithm.equals("Simulated")
                ? service()
                : super.getService(type, algorithm);
    }

    private Service service() {
        return new Service(this, "SecureRandom", "Simulated", Drawn.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) {
                return new Drawn();
            }
        };
    }

    /// Draws for whoever asks.
    public static final class Drawn extends SecureRandomSpi {
        private static final long serialVersionUID = 1;
        private static final SecureRandom SYSTEM = system();

        private static SecureRandom system() {
            try {
                return SecureRandom.getInstance("NativePRNGNonBlocking");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Linux has it", e);
            }
        }

        @Override
        protected void engineSetSeed(byte[] seed) {
            // chance comes from the world's seed alone
        }

        @Override
        protected void engineNextBytes(byte[] bytes) {
            var drawn = DRAWN.get();
            if (drawn == null) {
                SYSTEM.nextBytes(bytes);
            } else {
                drawn.nextBytes(bytes);
            }
        }

        @Override
        protected byte[] engineGenerateSeed(int length) {
            var bytes = new byte[length];
            engineNextBytes(bytes);
            return bytes;
        }
    }
}
