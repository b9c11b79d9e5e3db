package cn.dangqun.server.web;

/// A route as it hangs in the console.
record Route(Kind kind, String path, Policy policy) {
    enum Kind {
        PAGE,
        ACTION,
        LIVE
    }
}
