package cn.dangqun.domain.wall;

import cn.dangqun.domain.rule.RuleId;
import java.util.Optional;

/// A frame: what hangs in it changes, the frame does not (R-019 换内容不换框架). Owned by the street.
///
/// `official`: holds a text of the Party constitution, so its source, edition and proofreading must be known.
public record WallSlot(
        WallSlotId id,
        String title,
        WallGroup group,
        int order,
        WallDemand demand,
        WallClassification holds,
        WallReach reach,
        boolean official,
        Optional<WallColumn> column,
        RuleId rule) {
    public static final int LONGEST_TITLE = 30;

    public WallSlot {
        if (title.isBlank() || title.codePointCount(0, title.length()) > LONGEST_TITLE) {
            throw new IllegalArgumentException("wall slot " + id + " needs a title of at most " + LONGEST_TITLE);
        }
        if (holds.mayHang() == (demand == WallDemand.FORBIDDEN)) {
            throw new IllegalArgumentException("wall slot " + id + " holds what may not hang there");
        }
        if (column.isPresent() && holds != WallClassification.PUBLICITY) {
            throw new IllegalArgumentException("wall slot " + id + " is a column but holds no publicity");
        }
    }

    /// Whether content for that place belongs here. A frame of the branches goes on showing what was published
    /// for whole communities before.
    public boolean hangsAt(WallPlace place) {
        return place.reach() == reach || (reach == WallReach.BRANCH && place instanceof WallPlace.Community);
    }

    public boolean isForbidden() {
        return demand == WallDemand.FORBIDDEN;
    }
}
