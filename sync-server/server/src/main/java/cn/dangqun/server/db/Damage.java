package cn.dangqun.server.db;

import cn.dangqun.store.SqliteFault;

/// Whether somebody who read or wrote has met a page that cannot be. Safe for use from several threads.
@OneProcess("What this process has met; another meets it for itself.")
public final class Damage {
    private volatile boolean met;

    void look(Throwable failure) {
        met = met || SqliteFault.isDamage(failure);
    }

    public boolean isMet() {
        return met;
    }
}
