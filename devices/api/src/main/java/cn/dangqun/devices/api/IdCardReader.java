package cn.dangqun.devices.api;

/// Reads cards. Emits [cn.dangqun.domain.credential.Credential.Card]; a card left on the reader is read once.
public interface IdCardReader extends Device {
    @Override
    default DeviceKind kind() {
        return DeviceKind.CARD_READER;
    }
}
