package cn.dangqun.server.kiosks;

/// What the page of a kiosk that left shows, word by word. `story`: what it owes; `allowed`: that it may deliver, or
/// empty.
public record LeavingModel(
        String name,
        String id,
        String site,
        String story,
        String allowed,
        boolean mayAllow,
        boolean mayLose,
        String address,
        String problem) {}
