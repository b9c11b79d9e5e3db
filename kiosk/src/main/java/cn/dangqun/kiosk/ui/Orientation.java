package cn.dangqun.kiosk.ui;

/// How the panel hangs. In portrait all controls lie in the lower two thirds (DESIGN §11).
public enum Orientation {
    PORTRAIT,
    LANDSCAPE;

    public static Orientation of(double width, double height) {
        return height >= width ? PORTRAIT : LANDSCAPE;
    }
}
