package cn.dangqun.devices.api;

/// Reads codes from paper or a phone. Emits [cn.dangqun.domain.credential.Credential.Code]; the text is not yet
/// trusted.
public interface CodeScanner extends Device {
    @Override
    default DeviceKind kind() {
        return DeviceKind.CODE_SCANNER;
    }
}
