package cn.dangqun.kiosk.help;

import cn.dangqun.kiosk.place.Contribution;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.PlaceContext;
import cn.dangqun.kiosk.staff.DutyViewModel;
import cn.dangqun.kiosk.staff.StaffDesk;

/// 找工作人员 (F-88).
public record HelpFeature(StaffDesk staff) implements Feature {
    @Override
    public Contribution screens(PlaceContext context) {
        var model = new DutyViewModel(staff, context.ui(), context.background());
        return Contribution.of(new HelpPlace(model, context.ways()));
    }
}
