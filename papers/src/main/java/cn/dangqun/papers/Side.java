package cn.dangqun.papers;

/// Where a line stands in its width; `SPREAD` fills it, as in running text.
enum Side {
    LEFT,
    MIDDLE,
    RIGHT,
    SPREAD
}
