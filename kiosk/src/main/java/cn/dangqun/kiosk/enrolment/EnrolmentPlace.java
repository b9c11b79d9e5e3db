package cn.dangqun.kiosk.enrolment;

import cn.dangqun.domain.credential.Credential;
import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.sync.SyncMonitor;
import cn.dangqun.kiosk.sync.SyncStatus;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.UiThread;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;

/// Where this kiosk stays until the street knows it: idle and home have nothing to show before.
final class EnrolmentPlace implements Place {
    private final EnrolmentViewModel model;
    private final SyncMonitor sync;
    private final ReadOnlyBooleanWrapper unknown = new ReadOnlyBooleanWrapper();

    EnrolmentPlace(EnrolmentViewModel model, SyncMonitor sync, UiThread ui) {
        this.model = model;
        this.sync = sync;
        sync.onChange(_ -> ui.execute(this::look));
        look();
    }

    private void look() {
        unknown.set(sync.status().link() instanceof SyncStatus.Link.NotEnrolled);
    }

    EnrolmentViewModel model() {
        return model;
    }

    @Override
    public String id() {
        return "enrolment";
    }

    @Override
    public Node screen(Look look) {
        return new EnrolmentScreen(model, look);
    }

    @Override
    public boolean looksForCodes() {
        return true;
    }

    @Override
    public Cards cards() {
        return Cards.HERE;
    }

    @Override
    public void presented(Credential credential) {
        model.presented(credential);
    }

    @Override
    public Optional<ReadOnlyBooleanProperty> insteadOfHome() {
        return Optional.of(unknown.getReadOnlyProperty());
    }
}
