package cn.dangqun.devices.api;

import java.util.List;

/// Pictures that somebody brings, such as scans on a USB stick. Unlike other ports it is read on the caller's thread,
/// which waits for it: a file system has no order to keep. From any thread but the screen's.
public interface PictureShelf extends Device {
    /// Names of JPEG and PNG files, the newest first; what is hidden is left out.
    ///
    /// @throws DeviceException NOT_FOUND without a stick, DISCONNECTED when it was pulled out meanwhile
    List<String> pictures(int most) throws DeviceException;

    /// The bytes of one of them, as they are.
    ///
    /// @throws DeviceException NOT_FOUND when it is not there, REFUSED when it has more bytes than `most`
    byte[] picture(String name, int most) throws DeviceException;
}
