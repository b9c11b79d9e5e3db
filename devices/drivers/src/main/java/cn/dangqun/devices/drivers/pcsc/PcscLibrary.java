package cn.dangqun.devices.drivers.pcsc;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one call to the PC/SC library that the JDK never makes: without it every loss of pcscd leaves a socket open.
final class PcscLibrary {
    private static final Logger log = LoggerFactory.getLogger(PcscLibrary.class);
    private static final String LIBRARY = "libpcsclite.so.1";

    private PcscLibrary() {}

    /// Lets go of a context, whether pcscd still knows it or not.
    // restricted: calling this library is what the class is for
    @SuppressWarnings("restricted")
    static void release(long context) {
        try (var arena = Arena.ofConfined()) {
            var symbol = SymbolLookup.libraryLookup(LIBRARY, arena).find("SCardReleaseContext");
            if (symbol.isPresent()) {
                var release =
                        Linker.nativeLinker().downcallHandle(symbol.get(), FunctionDescriptor.of(JAVA_LONG, JAVA_LONG));
                log.debug("a lost context was released: {}", (long) release.invokeExact(context));
            }
        } catch (IllegalArgumentException e) {
            log.warn("{} is not where the JDK finds it; each loss of pcscd leaves a socket open", LIBRARY, e);
        } catch (Throwable e) {
            throw new IllegalStateException("a call to the PC/SC library does not fit its signature", e);
        }
    }
}
