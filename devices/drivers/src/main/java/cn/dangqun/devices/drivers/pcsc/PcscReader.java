package cn.dangqun.devices.drivers.pcsc;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.HoldOff;
import cn.dangqun.devices.api.IdCardReader;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.credential.Credential;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

/// All contactless readers of the PC/SC service as one device. The JDK has one PC/SC context for the process, so one
/// device and one thread own it; a second one fails with BUSY. Reads on the edge: once when a card arrives, not again
/// until it was seen to leave, and not within [#HOLD_OFF] of having been seen (F-09).
final class PcscReader implements IdCardReader {
    static final Duration HOLD_OFF = Duration.ofSeconds(2);
    private static final long WAIT_MILLIS = 400;
    private static final Semaphore CONTEXT = new Semaphore(1);

    private final String name;
    private final String filter;
    private final CardSession session;
    private final HoldOff holdOff = new HoldOff(HOLD_OFF);
    /// Readers with a card on them, as last seen.
    private final Set<String> occupied = new HashSet<>();
    /// Readers whose card could not be read and was told so.
    private final Set<String> complained = new HashSet<>();
    /// The card last read on a reader and not yet seen to leave, even across a failure of pcscd.
    private final Map<String, CardKey> lying = new HashMap<>();

    PcscReader(String name, String filter, CardSession session) {
        this.name = name;
        this.filter = filter;
        this.session = session;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(DeviceListener listener) throws DeviceException, InterruptedException {
        if (!CONTEXT.tryAcquire()) {
            throw new DeviceException(Kind.BUSY, "another pcsc device runs in this process");
        }
        try {
            watch(PcscService.open(), listener);
        } catch (CardException e) {
            throw lost(e);
        } finally {
            occupied.clear();
            CONTEXT.release();
        }
    }

    private static DeviceException lost(CardException failure) throws DeviceException {
        var error = PcscError.of(failure);
        if (error == PcscError.READER_GONE || error == PcscError.NO_READERS) {
            return new DeviceException(Kind.DISCONNECTED, "the reader was unplugged", failure);
        }
        PcscService.discard();
        return new DeviceException(Kind.DISCONNECTED, "pcscd was lost", failure);
    }

    private void watch(PcscService service, DeviceListener listener)
            throws CardException, DeviceException, InterruptedException {
        boolean seen = false;
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            var readers = matching(service.readers());
            if (readers.isEmpty()) {
                throw new DeviceException(seen ? Kind.DISCONNECTED : Kind.NOT_FOUND, "no reader is plugged in");
            }
            seen = true;
            listener.working();
            for (var reader : readers) {
                look(reader, listener);
            }
            service.awaitChange(WAIT_MILLIS);
        }
    }

    private List<CardTerminal> matching(List<CardTerminal> readers) {
        var matching =
                readers.stream().filter(r -> r.getName().contains(filter)).toList();
        var names = matching.stream().map(CardTerminal::getName).toList();
        occupied.retainAll(names);
        return matching;
    }

    private void look(CardTerminal reader, DeviceListener listener) throws CardException, InterruptedException {
        var at = reader.getName();
        if (reader.isCardPresent()) {
            if (occupied.add(at)) {
                read(reader, listener);
            }
        } else {
            occupied.remove(at);
            complained.remove(at);
            var left = lying.remove(at);
            if (left != null) {
                holdOff.seen(left);
            }
        }
    }

    private void read(CardTerminal reader, DeviceListener listener) throws CardException, InterruptedException {
        var at = reader.getName();
        switch (session.read(reader)) {
            case CardSession.Read(Credential.Card card) -> {
                complained.remove(at);
                boolean isStillThere = card.key().equals(lying.put(at, card.key()));
                if (holdOff.admits(card.key()) && !isStillThere) {
                    listener.presented(card);
                }
            }
            case CardSession.Refused(DeviceFault fault) -> listener.misread(fault);
            case CardSession.Moved(DeviceFault fault) -> {
                // looked at again at the next turn: it may only have been tilted, or swapped too fast to be seen
                occupied.remove(at);
                if (complained.add(at)) {
                    listener.misread(fault);
                }
            }
            case CardSession.Vanished() -> occupied.remove(at);
        }
    }
}
