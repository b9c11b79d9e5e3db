package cn.dangqun.server.staff;

import cn.dangqun.domain.fact.Origin;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.server.accounts.Audit;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.ledger.Place;
import cn.dangqun.server.ledger.Projection;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.store.SecretVerifier;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// PINs that people on duty chose at kiosks: published to every kiosk that knows them, once for each code. What arrives
/// later with the same code, from a kiosk that had no network, changes nothing.
public record PinsAtKiosks(ReferenceLedger reference, Clock clock) implements Projection {
    @Override
    public String name() {
        return "pins at kiosks";
    }

    @Override
    public int form() {
        return 1;
    }

    @Override
    public boolean apply(Handle handle, Place place, RecordedFact recorded, ChangeLog changes) {
        if (recorded.fact() instanceof StaffFact.PinChosen chosen) {
            new Entries(handle)
                    .staff(chosen.staff())
                    .filter(staff -> staff.code()
                            .filter(code -> code.id().equals(chosen.code()))
                            .isPresent())
                    .filter(staff -> SecretVerifier.parse(chosen.verifier()).isPresent())
                    .ifPresent(staff -> {
                        reference.publish(handle, changes, List.of(staff.with(chosen.verifier())));
                        var kiosk = recorded.carried()
                                .map(Origin::id)
                                .orElse(recorded.id())
                                .kiosk();
                        Audit.note(
                                handle,
                                clock.instant(),
                                Optional.empty(),
                                Action.STAFF_PIN_CHOSEN,
                                staff.id(),
                                kiosk.value());
                    });
        }
        return true;
    }

    /// What the published PINs follow from is not forgotten: the code they were chosen with is gone.
    @Override
    public void clear(Handle handle) {}
}
