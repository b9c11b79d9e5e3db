package cn.dangqun.devices.api;

/// A code scanner that takes pictures of whoever stands before it. It works only while wanted, keeps no picture, and
/// reports [DeviceListener#watching] so that the screen can say that it is on.
public interface Camera extends CodeScanner {
    /// Asks for pictures or for none: on while a page for scanning is shown, off otherwise and at the start. From any
    /// thread; never blocks.
    void want(boolean pictures);

    /// True from before the first picture can be taken until after the last. From any thread.
    boolean isOn();
}
