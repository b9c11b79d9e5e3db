package cn.dangqun.domain.quorum;

import cn.dangqun.domain.activity.AgendaKind;
import java.util.OptionalInt;

/// Result of one agenda item. `needed` is the number of yes votes a resolution needs, or of voting members an election
/// needs in the room; `counted` is how many of them there are, once known.
public record ItemVerdict(int no, AgendaKind kind, ItemResult result, int needed, OptionalInt counted) {

    /// 还需 n 票: how many yes votes, or voting members in the room, are missing.
    public int stillNeeded() {
        return Math.max(0, needed - counted.orElse(0));
    }
}
