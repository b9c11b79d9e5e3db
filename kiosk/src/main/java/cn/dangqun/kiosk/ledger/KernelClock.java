package cn.dangqun.kiosk.ledger;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether a time service keeps the kernel's clock: chrony, ntpd and systemd-timesyncd alike tell the kernel so
/// (adjtimex(2)). May be asked from any thread; never blocks. Where it cannot be asked, nobody keeps the clock.
final class KernelClock implements BooleanSupplier {
    private static final Logger log = LoggerFactory.getLogger(KernelClock.class);

    /// More than struct timex has on any 64-bit Linux; all zero asks and changes nothing.
    private static final long STRUCT_BYTES = 256;

    /// What it answers when nobody keeps the clock.
    private static final int TIME_ERROR = 5;

    private final Optional<MethodHandle> adjtimex = find();

    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> find() {
        var linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("adjtimex")
                .map(address -> linker.downcallHandle(
                        address, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS)));
    }

    @Override
    public boolean getAsBoolean() {
        return adjtimex.map(KernelClock::ask).orElse(false);
    }

    private static boolean ask(MethodHandle adjtimex) {
        try (var arena = Arena.ofConfined()) {
            int state = (int) adjtimex.invokeExact(arena.allocate(STRUCT_BYTES, Long.BYTES));
            return state >= 0 && state != TIME_ERROR;
        } catch (Throwable e) {
            log.warn("The kernel cannot be asked about its clock", e);
            return false;
        }
    }
}
