package cn.dangqun.devices.api;

import java.util.concurrent.CompletableFuture;

/// Takes pages (PDF) to a printer or to a USB stick. Nothing is ever sent again by itself.
public interface DocumentPrinter extends Device {
    /// Hands a job to the device's thread and returns at once; callable from any thread. The future always
    /// completes, normally. A job number seen before is answered with its first result.
    CompletableFuture<DocumentResult> print(DocumentJob job);

    @Override
    default DeviceKind kind() {
        return DeviceKind.DOCUMENT_PRINTER;
    }
}
