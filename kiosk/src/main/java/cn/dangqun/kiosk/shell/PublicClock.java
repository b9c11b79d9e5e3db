package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.ui.Look;

/// Hour and date as everybody sees them; 时间待核对 in their place while nobody knows (F-74).
record PublicClock(Look look) {
    String time(HomeState state) {
        return state.clockInDoubt()
                ? look.texts().get("shell.clock.doubt")
                : look.texts().time(state.now(), look.zone());
    }

    String date(HomeState state) {
        var texts = look.texts();
        return state.clockInDoubt()
                ? texts.get("shell.clock.doubt.next")
                : texts.date(state.now(), look.zone()) + "  " + texts.weekday(state.now(), look.zone());
    }
}
