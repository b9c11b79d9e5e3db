package cn.dangqun.kiosk.place;

import java.util.List;

/// How one goes from place to place. All methods on the UI thread.
public interface Ways {
    /// The place that every screen may lead to: 找工作人员 (F-88).
    String HELP = "help";

    /// 办事指南
    String GUIDE = "guide";

    /// 取号办事
    String NUMBERS = "queue";

    /// 预约: places kept at a time.
    String APPOINTMENTS = "appointments";

    /// 诉求
    String REQUESTS = "request";

    /// 活动日历: what is to come.
    String CALENDAR = "calendar";

    /// Where staff are once they have unlocked.
    String CORNER = "staff-corner";

    /// Staff take who they are along to a place for staff; nobody else gets there, nor whose role may not do
    /// what it is for.
    ///
    /// @throws IllegalArgumentException when there is no such place
    void go(String place);

    void home();

    void help();

    /// From a place for staff back to their corner.
    void corner();

    /// Home, or to where a tap interrupted staff, unless somebody has gone elsewhere than `place` meanwhile.
    void done(String place);

    /// Somebody has shown that they are `by`: they come into the staff corner.
    void admit(StaffMember by);

    /// As if somebody had touched the screen: no idling for a minute.
    void touched();

    /// The tiles that stand there, in the order of the features. Complete once all places are known.
    List<Door> doors(Tile.Where where);

    /// Those of them that this person may open.
    List<Door> doors(Tile.Where where, StaffMember by);
}
