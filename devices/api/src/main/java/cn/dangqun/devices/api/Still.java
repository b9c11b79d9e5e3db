package cn.dangqun.devices.api;

/// One picture in 256 grays, one byte a pixel, row by row from the top. The array is not copied: do not change it.
public final class Still {
    private final int width;
    private final int height;
    private final byte[] gray;

    /// @throws IllegalArgumentException when the array is shorter than the picture
    public Still(int width, int height, byte[] gray) {
        if (width < 1 || height < 1 || (long) width * height > gray.length) {
            throw new IllegalArgumentException(width + " x " + height + " is no picture of " + gray.length + " bytes");
        }
        this.width = width;
        this.height = height;
        this.gray = gray;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public byte[] gray() {
        return gray;
    }
}
