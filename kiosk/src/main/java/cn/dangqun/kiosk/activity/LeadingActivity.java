package cn.dangqun.kiosk.activity;

import cn.dangqun.kiosk.place.Lead;
import cn.dangqun.kiosk.place.Readers;
import cn.dangqun.kiosk.ui.Look;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.layout.Region;

/// The activity that leads on idle and home; while its check-in is open, it invites.
final class LeadingActivity implements Lead {
    private final LeadViewModel model;
    private final ReadOnlyBooleanWrapper invites = new ReadOnlyBooleanWrapper();

    LeadingActivity(LeadViewModel model) {
        this.model = model;
        model.state().addListener((_, _, now) -> invites.set(now instanceof LeadState.Open));
    }

    @Override
    public Region telling(Look look) {
        return LeadCard.telling(model, look);
    }

    @Override
    public Region inviting(Look look, Runnable explain) {
        return LeadCard.inviting(model, look, explain);
    }

    @Override
    public ReadOnlyBooleanProperty invites() {
        return invites.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Readers> readers() {
        return model.readers();
    }

    @Override
    public void refresh() {
        model.refresh();
    }
}
