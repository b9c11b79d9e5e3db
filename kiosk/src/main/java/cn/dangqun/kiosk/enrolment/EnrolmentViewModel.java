package cn.dangqun.kiosk.enrolment;

import cn.dangqun.domain.credential.Credential;
import cn.dangqun.kiosk.enrolment.EnrolmentState.Remark;
import cn.dangqun.kiosk.sync.EnrolmentDesk;
import cn.dangqun.kiosk.sync.EnrolmentDesk.Enrolment;
import cn.dangqun.kiosk.ui.UiThread;
import cn.dangqun.protocol.EnrolmentQr;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Enrolling by hand with the street's one-time code (F-69). Methods on the UI thread.
final class EnrolmentViewModel {
    static final int LONGEST_CODE = 12;

    private final EnrolmentDesk desk;
    private final UiThread ui;
    private final ReadOnlyObjectWrapper<EnrolmentState> state =
            new ReadOnlyObjectWrapper<>(new EnrolmentState.Entering("", new Remark.None()));

    public EnrolmentViewModel(EnrolmentDesk desk, UiThread ui) {
        this.desk = desk;
        this.ui = ui;
    }

    public ReadOnlyObjectProperty<EnrolmentState> state() {
        return state.getReadOnlyProperty();
    }

    /// Nothing of an earlier visit is left; an answer still under way is for nobody.
    void askFirst() {
        state.set(new EnrolmentState.Confirming());
    }

    void begin() {
        enter("");
    }

    public void type(String sign) {
        if (state.get() instanceof EnrolmentState.Entering(String code, Remark _) && code.length() < LONGEST_CODE) {
            enter(code + sign);
        }
    }

    public void erase() {
        if (state.get() instanceof EnrolmentState.Entering(String code, Remark _) && !code.isEmpty()) {
            enter(code.substring(0, code.length() - 1));
        }
    }

    public void confirm() {
        if (state.get() instanceof EnrolmentState.Entering(String code, Remark _) && !code.isEmpty()) {
            state.set(new EnrolmentState.Asking(code));
            var _ = desk.enrol(code).thenAccept(answer -> ui.execute(() -> answer(code, answer)));
        }
    }

    /// A code was held before the scanner: the street's is tried at once, any other is none for this place.
    void presented(Credential credential) {
        if (state.get() instanceof EnrolmentState.Entering && credential instanceof Credential.Code(var scanned)) {
            EnrolmentQr.read(scanned)
                    .ifPresentOrElse(
                            code -> {
                                enter(code);
                                confirm();
                            },
                            () -> state.set(new EnrolmentState.Entering("", new Remark.OtherCode())));
        }
    }

    private void enter(String code) {
        state.set(new EnrolmentState.Entering(code, new Remark.None()));
    }

    private void answer(String code, Enrolment answer) {
        if (!state.get().equals(new EnrolmentState.Asking(code))) {
            return;
        }
        state.set(
                switch (answer) {
                    case Enrolment.Enrolled(String kioskId) -> new EnrolmentState.Enrolled(kioskId);
                    case Enrolment.Refused(EnrolmentDesk.Reason reason) ->
                        new EnrolmentState.Entering("", new Remark.Refused(reason));
                    case Enrolment.Unreachable() -> new EnrolmentState.Entering(code, new Remark.Unreachable());
                });
    }
}
