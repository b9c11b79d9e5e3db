package cn.dangqun.devices.drivers.qr;

/// How much time a picture is worth.
public enum Effort {
    /// Every frame of a camera: a few milliseconds at 1280 by 720
    GLANCE,
    /// A frame now and then: some ten milliseconds more
    LOOK,
    /// A still, of which there is no second one
    STUDY
}
