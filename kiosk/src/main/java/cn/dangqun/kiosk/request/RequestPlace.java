package cn.dangqun.kiosk.request;

import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.request.ReceiptNumber;
import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.ui.Look;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;

/// 诉求, behind 取号办事. A receipt that is shown at home leads here; member cards stay the check-in's.
record RequestPlace(RequestViewModel model, Ways ways) implements Place {
    @Override
    public String id() {
        return Ways.REQUESTS;
    }

    @Override
    public Node screen(Look look) {
        return new RequestScreen(model, look, ways::home);
    }

    @Override
    public void enter(Optional<StaffMember> by) {
        model.open();
    }

    @Override
    public void leave() {
        model.leave();
    }

    @Override
    public boolean looksForCodes() {
        return true;
    }

    @Override
    public Optional<ReadOnlyBooleanProperty> looksNow() {
        return Optional.of(model.asksForNumber());
    }

    @Override
    public boolean claims(Credential credential) {
        return number(credential).isPresent();
    }

    @Override
    public void presented(Credential credential) {
        number(credential).ifPresent(model::scanned);
    }

    private static Optional<ReceiptNumber> number(Credential credential) {
        return credential instanceof Credential.Code(var text) ? ReceiptNumber.scanned(text.strip()) : Optional.empty();
    }
}
