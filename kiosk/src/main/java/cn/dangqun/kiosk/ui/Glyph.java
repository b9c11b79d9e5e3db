package cn.dangqun.kiosk.ui;

/// Icons as strokes on a grid of 24 by 24, drawn for this product. No Party emblem is among them: it is a locked asset
/// and never a decoration (L4, F-41).
public enum Glyph {
    CHECK("M5 12.6 L10 17.4 L19.4 7"),
    CROSS("M6.5 6.5 L17.5 17.5 M17.5 6.5 L6.5 17.5"),
    MINUS("M6 12 H18"),
    EXCLAMATION("M12 5 V13.6 M12 18.4 V18.5"),
    QUESTION("M8.6 9.2 A3.5 3.5 0 1 1 13.9 12.1 C12.6 12.9 12 13.5 12 15 M12 18.7 V18.8"),
    INFORMATION("M12 3.5 A8.5 8.5 0 1 1 11.99 3.5 Z M12 11.2 V16.4 M12 7.8 V7.9"),
    CLOCK("M12 3.5 A8.5 8.5 0 1 1 11.99 3.5 Z M12 7.5 V12 L15.2 14"),
    CALENDAR("M4 6 H20 V20 H4 Z M4 10.5 H20 M8.5 3.5 V7.5 M15.5 3.5 V7.5 M8 14.2 H8.1 M12 14.2 H12.1 M16 14.2 H16.1"),
    IDENTITY_CARD("M3 5.5 H21 V18.5 H3 Z M8.4 8.6 A1.8 1.8 0 1 1 8.39 8.6 Z M5.6 15.6 C6 13.3 10.8 13.3 11.2 15.6"
            + " M14 10 H18 M14 13.6 H18"),
    MEMBER_CARD("M3 5.5 H21 V18.5 H3 Z M3 9.8 H21 M6.4 14.6 H12"),
    CODE("M4 4 H10 V10 H4 Z M14 4 H20 V10 H14 Z M4 14 H10 V20 H4 Z M14 14 H14.1 M17 14 V17 H14 M20 14 V14.1"
            + " M20 17.5 V20 H17 M14 20 H14.1"),
    CONTACTLESS("M7 9.5 A5 5 0 0 1 7 14.5 M10.5 7 A9 9 0 0 1 10.5 17 M14 4.5 A13.5 13.5 0 0 1 14 19.5"),
    SHIELD("M12 3.5 L19 6.2 V11.5 C19 16 16 19 12 20.5 C8 19 5 16 5 11.5 V6.2 Z M8.8 12 L11.2 14.4 L15.4 9.8"),
    BELL(
            "M3.5 18.5 H20.5 M5.5 18.5 A6.5 6.5 0 0 1 18.5 18.5 M12 12 V9 M9.8 9 H14.2 M9.2 15.2 C9.6 14.6 10.2 14.2 11 14.1"),
    KEY("M7.6 8 A4 4 0 1 1 7.59 8 Z M11.6 12 H21 V15.4 M17.4 12 V14.6"),
    LOCK("M5.5 11 H18.5 V20 H5.5 Z M8.5 11 V8 A3.5 3.5 0 0 1 15.5 8 V11 M12 14.5 V16.5"),
    PERSON("M12 4 A3.8 3.8 0 1 1 11.99 4 Z M4.5 20 C5 15.6 8 14 12 14 C16 14 19 15.6 19.5 20"),
    PEOPLE(
            "M9 5 A3.2 3.2 0 1 1 8.99 5 Z M3 19 C3.4 15.4 5.8 14 9 14 C12.2 14 14.6 15.4 15 19 M15.2 5.4 A3 3 0 0 1 15.4 11"
                    + " M17.4 14.4 C19.6 15.2 20.7 16.8 21 19"),
    TICKET("M4 6 H20 V10 A2 2 0 0 0 20 14 V18 H4 V14 A2 2 0 0 0 4 10 Z M10 8.5 V9.5 M10 11.5 V12.5 M10 14.5 V15.5"),
    HOUSE("M4 11.5 L12 4.5 L20 11.5 M6.2 10 V19.5 H17.8 V10 M10.3 19.5 V14 H13.7 V19.5"),
    WALL("M4.5 4 H19.5 V20 H4.5 Z M8 8.5 H16 M8 12 H16 M8 15.5 H13"),
    BACK("M15 5 L8 12 L15 19"),
    FORWARD("M9 5 L16 12 L9 19"),
    UNDO("M8.2 4.8 L4 9 L8.2 13.2 M4 9 H14.5 A5 5 0 0 1 14.5 19 H9"),
    ERASE("M8.5 6 H20.5 V18 H8.5 L3 12 Z M11.8 9.4 L17 14.6 M17 9.4 L11.8 14.6"),
    UPLOAD("M12 16 V5 M7.5 9.5 L12 5 L16.5 9.5 M4.5 15.5 V19.5 H19.5 V15.5"),
    LINK("M9.5 14.5 L14.5 9.5 M10.5 7.5 L12.5 5.5 A4.2 4.2 0 0 1 18.5 11.5 L16.5 13.5 M13.5 16.5 L11.5 18.5"
            + " A4.2 4.2 0 0 1 5.5 12.5 L7.5 10.5"),
    DEVICE("M5 4 H19 V15 H5 Z M9 19.5 H15 M12 15 V19.5"),
    HOURGLASS(
            "M6.5 3.5 H17.5 M6.5 20.5 H17.5 M8 3.5 C8 8.5 11 9.5 12 12 C13 9.5 16 8.5 16 3.5 M8 20.5 C8 15.5 11 14.5 12 12"
                    + " C13 14.5 16 15.5 16 20.5");

    private final String path;

    Glyph(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }
}
