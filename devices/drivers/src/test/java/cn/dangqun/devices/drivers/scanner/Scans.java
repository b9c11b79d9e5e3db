package cn.dangqun.devices.drivers.scanner;

import java.util.ArrayList;
import java.util.List;

/// Keeps what a decoder found; an unusable scan is noted as `?`.
final class Scans implements ScanSink {
    final List<String> all = new ArrayList<>();

    @Override
    public void scanned(String text) {
        all.add(text);
    }

    @Override
    public void unusable(String why) {
        all.add("?");
    }
}
