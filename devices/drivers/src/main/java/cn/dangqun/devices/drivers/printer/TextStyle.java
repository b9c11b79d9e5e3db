package cn.dangqun.devices.drivers.printer;

/// How a text is set: AWT font style, height in dots, centred or not.
record TextStyle(int fontStyle, int size, boolean isCentred) {
    int lineHeight() {
        return size * 4 / 3;
    }

    int ascent() {
        return size * 21 / 20;
    }
}
