package cn.dangqun.kiosk.shell;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What started this process and restarts it when it hangs: systemd, told by its own library (sd_notify(3)). Calls
/// return at once, from any thread.
///
/// `patience`: it restarts the kiosk when it has heard nothing for so long; empty when it does not watch.
record Systemd(Telling telling, Optional<Duration> patience) {
    private static final Logger log = LoggerFactory.getLogger(Systemd.class);
    private static final String LIBRARY = "libsystemd.so.0";

    interface Telling {
        void tell(String state);
    }

    /// Empty when it does not wait to be told: started by hand.
    static Optional<Systemd> of(Map<String, String> environment) {
        if (!environment.containsKey("NOTIFY_SOCKET")) {
            return Optional.empty();
        }
        var patience = Optional.ofNullable(environment.get("WATCHDOG_USEC"))
                .filter(micros -> micros.matches("[1-9][0-9]{0,15}"))
                .map(micros -> Duration.of(Long.parseLong(micros), ChronoUnit.MICROS));
        return sdNotify().map(function -> new Systemd(state -> tell(function, state), patience));
    }

    void ready() {
        telling.tell("READY=1");
    }

    void alive() {
        telling.tell("WATCHDOG=1");
    }

    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> sdNotify() {
        try {
            return SymbolLookup.libraryLookup(LIBRARY, Arena.global())
                    .find("sd_notify")
                    .map(address -> Linker.nativeLinker()
                            .downcallHandle(
                                    address,
                                    FunctionDescriptor.of(
                                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS)));
        } catch (IllegalArgumentException e) {
            log.error("systemd waits for signs of life, but {} is missing: {}", LIBRARY, e.getMessage());
            return Optional.empty();
        }
    }

    private static void tell(MethodHandle sdNotify, String state) {
        try (var arena = Arena.ofConfined()) {
            int answer = (int) sdNotify.invokeExact(0, arena.allocateFrom(state));
            if (answer < 0) {
                log.warn("systemd cannot be told {}: error {}", state, -answer);
            }
        } catch (Throwable e) {
            throw new IllegalStateException("sd_notify cannot be called", e);
        }
    }
}
