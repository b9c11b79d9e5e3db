package cn.dangqun.server.kiosks;

import java.util.List;

/// What the page of a kiosk that left shows, word by word. `story`: what it owes; `lastSeen`: what the
/// street has of those ledgers; `allowed`: that it may deliver, or empty.
public record LeavingModel(
        String name,
        String id,
        String site,
        String story,
        List<String> lastSeen,
        String allowed,
        boolean mayAllow,
        boolean mayLose,
        String address,
        String problem) {
    public LeavingModel {
        lastSeen = List.copyOf(lastSeen);
    }
}
