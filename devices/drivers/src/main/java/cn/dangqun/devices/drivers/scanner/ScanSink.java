package cn.dangqun.devices.drivers.scanner;

/// Where the decoders of scanner bytes put what they found.
interface ScanSink {
    void scanned(String text);

    /// Something was scanned that cannot be passed on; `why` is for the log and says nothing of the content.
    void unusable(String why);
}
