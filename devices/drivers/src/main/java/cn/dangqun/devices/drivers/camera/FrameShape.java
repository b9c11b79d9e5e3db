package cn.dangqun.devices.drivers.camera;

/// Size and layout of the frames a camera process writes.
record FrameShape(int width, int height, Layout layout) {
    enum Layout {
        /// One byte a pixel
        GRAY,
        /// One byte a pixel, then half as many of colour, which are skipped
        YUV420
    }

    int grayBytes() {
        return width * height;
    }

    int skippedBytes() {
        return switch (layout) {
            case GRAY -> 0;
            case YUV420 -> width * height / 2;
        };
    }
}
