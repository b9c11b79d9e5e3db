package cn.dangqun.server.web;

import cn.dangqun.server.db.Changes;
import cn.dangqun.server.db.CommitListener;
import cn.dangqun.server.db.OneProcess;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Tells open live views what a commit changed. Never blocks and may be called from the ledger's writer thread.
@OneProcess("Browsers that look at this process: what another process commits reaches them when this one looks"
        + " for newer numbers.")
public final class Broadcast implements CommitListener {
    private final Set<CommitListener> listeners = ConcurrentHashMap.newKeySet();

    @Override
    public void committed(Changes changes) {
        listeners.forEach(each -> each.committed(changes));
    }

    void add(CommitListener listener) {
        listeners.add(listener);
    }

    void remove(CommitListener listener) {
        listeners.remove(listener);
    }
}
