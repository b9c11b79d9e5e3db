package cn.dangqun.devices.drivers.pcsc;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceProvider;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.recording.Pseudonyms;
import cn.dangqun.devices.recording.RecordingCard;
import cn.dangqun.devices.recording.SessionFile;
import cn.dangqun.devices.transport.ApduTransport;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Driver `pcsc`: every reader of the local PC/SC service, or those whose name contains the option `reader`; with the
/// option `record`, a file to which the exchange with cards is recorded without their serials.
public final class PcscProvider implements DeviceProvider {
    @Override
    public String driver() {
        return "pcsc";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CARD_READER;
    }

    @Override
    public Set<String> options() {
        return Set.of("reader", "record");
    }

    @Override
    public Device create(DeviceSettings settings, DeviceContext context) {
        var session = new CardSession(new CardIdentification(context.keyer()), tap(settings.option("record", "")));
        return new PcscReader(settings.name(), settings.option("reader", ""), session);
    }

    private static UnaryOperator<ApduTransport> tap(String record) {
        if (record.isEmpty()) {
            return UnaryOperator.identity();
        }
        var file = new SessionFile(Path.of(record));
        var pseudonyms = new Pseudonyms();
        return card -> new RecordingCard(card, file, pseudonyms);
    }
}
