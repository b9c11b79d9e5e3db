package cn.dangqun.domain.wall;

/// What makes a frame a publicity column: which one, how often it is renewed, and whether each issue is also filed with
/// the superior (R-131 报送).
public record WallColumn(PublicityColumn column, PublicityCycle cycle, boolean filed) {
    public WallColumn(PublicityColumn column, PublicityCycle cycle) {
        this(column, cycle, false);
    }
}
