package cn.dangqun.server.kiosks;

import java.util.List;

/// What the page of a forked ledger shows, word by word. `state` is what comes next; `mayDecide`: nobody has decided
/// yet.
public record ForkModel(
        String name,
        String id,
        String site,
        List<String> story,
        String rival,
        String state,
        boolean mayDecide,
        String action,
        String problem,
        List<Decision> decisions) {
    public ForkModel {
        story = List.copyOf(story);
        decisions = List.copyOf(decisions);
    }

    public record Decision(String at, String by, String reason, String used) {}
}
