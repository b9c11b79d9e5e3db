package cn.dangqun.devices.drivers.pcsc;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import java.lang.reflect.InvocationTargetException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;

/// The connection of this process to pcscd. The JDK keeps one context for the life of the process and never notices
/// that pcscd was restarted, so after a failure it must be put aside by [#discard]. For one thread of the process.
final class PcscService {
    private static final String OPENING = "--add-opens=java.smartcardio/sun.security.smartcardio=ALL-UNNAMED";

    private final CardTerminals terminals;

    private PcscService(CardTerminals terminals) {
        this.terminals = terminals;
    }

    /// @throws DeviceException with NOT_FOUND while pcscd does not run
    static PcscService open() throws DeviceException {
        try {
            // never getDefault(): it answers "None" for ever when pcscd was down at the first call
            return new PcscService(TerminalFactory.getInstance("PC/SC", null).terminals());
        } catch (NoSuchAlgorithmException e) {
            throw new DeviceException(Kind.NOT_FOUND, "pcscd does not run", e);
        }
    }

    /// The readers plugged in now; empty when there are none.
    List<CardTerminal> readers() throws CardException {
        try {
            return terminals.list();
        } catch (CardException e) {
            if (PcscError.of(e) == PcscError.NO_READERS) {
                return List.of();
            }
            throw e;
        }
    }

    /// Waits for a card to come or go, at most `millis`; bounded because PC/SC waits cannot be cancelled from Java.
    void awaitChange(long millis) throws CardException {
        terminals.waitForChange(millis);
    }

    /// Makes the JDK forget its context and every terminal made with it, so that the next [#open] gets a live one.
    ///
    /// @throws DeviceException with MISCONFIGURED when the JDK package is not opened to us
    static void discard() throws DeviceException {
        try {
            var type = Class.forName("sun.security.smartcardio.PCSCTerminals");
            var context = type.getDeclaredField("contextId");
            context.setAccessible(true);
            var known = type.getDeclaredField("terminals");
            known.setAccessible(true);
            var connect = type.getDeclaredMethod("initContext");
            connect.setAccessible(true);
            long lost;
            synchronized (type) {
                lost = context.getLong(null);
                context.setLong(null, 0);
                ((Map<?, ?>) known.get(null)).clear();
            }
            if (lost != 0) {
                PcscLibrary.release(lost);
            }
            connect.invoke(null);
        } catch (InvocationTargetException e) {
            // pcscd is still down: the context stays 0 and the next attempt comes back here
            return;
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new DeviceException(
                    Kind.MISCONFIGURED, "pcscd was lost and cannot be found again without " + OPENING, e);
        }
    }
}
