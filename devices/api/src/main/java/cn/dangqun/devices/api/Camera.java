package cn.dangqun.devices.api;

import java.util.concurrent.CompletableFuture;

/// A code scanner that takes pictures of whoever stands before it. It works only while wanted, keeps no picture, and
/// reports [DeviceListener#watching] so that the screen can say that it is on. A page that shows what it sees asks for
/// one [#still] after another.
public interface Camera extends CodeScanner {
    /// Asks for pictures or for none: on while a page for scanning is shown, off otherwise and at the start. From any
    /// thread; never blocks.
    void want(boolean pictures);

    /// True from before the first picture can be taken until after the last. From any thread.
    boolean isOn();

    /// The next picture, once there is one: that waits as long as the camera takes none. Whoever asks meanwhile waits
    /// for the same. Completes on the device's thread, never exceptionally; from any thread.
    CompletableFuture<Still> still();
}
