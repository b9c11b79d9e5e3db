package cn.dangqun.devices.drivers.resident;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.HoldOff;
import cn.dangqun.devices.api.IdCardReader;
import cn.dangqun.devices.transport.LineOpener;
import cn.dangqun.domain.credential.CardKeyer;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Driver `sam`: a certified resident ID card reader on a serial line (F-02). Readers differ in whether they find a
/// card again that was read and still lies there; either way it is presented once, and a refused one told of once.
final class SamReader implements IdCardReader {
    private static final Duration HOLD_OFF = Duration.ofSeconds(2);
    private static final long POLL_MILLIS = 250;
    private static final long POLL_MILLIS_AFTER_CARD = 1000;

    private final String name;
    private final LineOpener opener;
    private final CardKeyer keyer;
    private final Clock clock;
    private final HoldOff holdOff = new HoldOff(HOLD_OFF);
    private DeviceFault.@Nullable Kind told;

    SamReader(String name, LineOpener opener, CardKeyer keyer, Clock clock) {
        this.name = name;
        this.opener = opener;
        this.keyer = keyer;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(DeviceListener listener) throws DeviceException, InterruptedException {
        try (var line = opener.open()) {
            var link = new SamLink(line);
            link.ask(SamCommand.STATUS);
            listener.working();
            var reader = new SamCard(link, keyer, clock);
            while (true) {
                Thread.sleep(report(reader.look(), listener));
            }
        }
    }

    /// How long to wait before looking again, in milliseconds.
    private long report(SamCard.Result result, DeviceListener listener) {
        return switch (result) {
            case SamCard.None() -> {
                told = null;
                yield POLL_MILLIS;
            }
            case SamCard.Read(var card) -> {
                told = null;
                if (holdOff.admits(card.key())) {
                    listener.presented(card);
                }
                yield POLL_MILLIS_AFTER_CARD;
            }
            case SamCard.Refused(var fault) -> {
                if (told != fault.kind()) {
                    listener.misread(fault);
                }
                told = fault.kind();
                yield POLL_MILLIS_AFTER_CARD;
            }
        };
    }
}
