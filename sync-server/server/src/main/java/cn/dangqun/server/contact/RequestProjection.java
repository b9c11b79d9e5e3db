package cn.dangqun.server.contact;

import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.RequestFact;
import cn.dangqun.domain.request.RequestState;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.ledger.Place;
import cn.dangqun.server.ledger.Projection;
import org.jdbi.v3.core.Handle;

/// Requests as rows. Steps of one request come from several kiosks and the street in any order: how it stands is
/// worked out anew from all of them, in the order of their clocks, each time one arrives.
public final class RequestProjection implements Projection {
    @Override
    public String name() {
        return "request";
    }

    @Override
    public int form() {
        return 2;
    }

    @Override
    public boolean apply(Handle handle, Place place, RecordedFact recorded, ChangeLog changes) {
        if (recorded.fact() instanceof RequestFact fact) {
            var store = new RequestStore(handle);
            switch (fact) {
                case RequestFact.Filed filed ->
                    store.file(filed, recorded.clock().instant());
                case RequestFact.Advanced step ->
                    store.add(step, recorded.clock().instant(), origin(recorded));
                case RequestFact.Rated rated ->
                    store.rate(rated, recorded.clock().instant(), origin(recorded));
            }
            settle(store, fact.request());
        }
        return true;
    }

    /// Where it was first recorded: what is carried into another ledger is the same step.
    private static String origin(RecordedFact recorded) {
        var id = recorded.carried().map(each -> each.id()).orElse(recorded.id());
        return id.kiosk() + "/" + id.epoch().hex() + "/" + id.seq();
    }

    private static void settle(RequestStore store, String request) {
        store.filed(request).ifPresent(filed -> {
            var state = RequestState.filed(filed.responder(), filed.due());
            for (var step : store.steps(request)) {
                var next = state.after(step.taken());
                store.fits(request, step, next.isPresent());
                state = next.orElse(state);
            }
            store.keep(request, state);
            store.untold(request);
        });
    }

    @Override
    public void clear(Handle handle) {
        handle.execute("DELETE FROM request");
        handle.execute("DELETE FROM request_step");
        handle.execute("DELETE FROM request_rating");
    }
}
