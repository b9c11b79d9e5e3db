package cn.dangqun.kiosk.staff;

import cn.dangqun.domain.staff.StaffAct;
import cn.dangqun.kiosk.device.KioskDevices.Loudness;
import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Tile;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;

/// 本机维护: what is needed now and then, out of the way of the day's work.
record CarePlace(ReadOnlyObjectWrapper<Optional<StaffMember>> by, Supplier<Optional<Loudness>> loudness, Ways ways)
        implements Place {
    CarePlace(Supplier<Optional<Loudness>> loudness, Ways ways) {
        this(new ReadOnlyObjectWrapper<>(Optional.empty()), loudness, ways);
    }

    @Override
    public String id() {
        return "care";
    }

    @Override
    public Node screen(Look look) {
        return new CareScreen(by.getReadOnlyProperty(), look, loudness, ways);
    }

    @Override
    public Optional<Tile> tile() {
        return Optional.of(new Tile(Tile.Where.STAFF, Glyph.DEVICE, "staff.care.open"));
    }

    @Override
    public boolean isForStaff() {
        return true;
    }

    @Override
    public Optional<StaffAct> act() {
        return Optional.of(StaffAct.CARE_FOR_KIOSK);
    }

    @Override
    public void enter(Optional<StaffMember> staff) {
        by.set(staff);
    }

    @Override
    public void leave() {
        by.set(Optional.empty());
    }
}
