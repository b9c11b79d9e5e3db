package cn.dangqun.bench.farm;

/// What goes wrong on the farm.
enum Trouble {
    LINE_CUT,
    LINE_STUCK,
    READER_UNPLUGGED,
    SCANNER_UNPLUGGED,
    CLOCK_SET_WRONG,
    KIOSK_RESTARTED,
    STREET_KILLED
}
