package cn.dangqun.kiosk.request;

import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.ReceiptNumber;
import cn.dangqun.domain.request.RequestStanding;
import cn.dangqun.domain.request.RequestState;
import cn.dangqun.kiosk.reference.ReferenceIndex;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How requests stand by what the street said and by what this kiosk's own ledger tells since: offline what was
/// done here shows at once, online what was done anywhere.
record RequestBook(ReferenceIndex index, RequestRows rows) {
    /// Empty when nobody here knows the number, or two requests have it, which nobody can tell apart then.
    Optional<RequestStanding> find(ReceiptNumber number) throws SQLException {
        var ids = new TreeSet<String>();
        rows.numbered(number).forEach(each -> ids.add(each.request()));
        street().filter(each -> each.number().equals(number)).forEach(each -> ids.add(each.request()));
        return ids.size() == 1 ? one(ids.first()) : Optional.empty();
    }

    boolean isTaken(ReceiptNumber number) throws SQLException {
        return !rows.numbered(number).isEmpty()
                || street().anyMatch(each -> each.number().equals(number));
    }

    Optional<RequestStanding> one(String request) throws SQLException {
        return standing(
                street().filter(each -> each.request().equals(request)).findFirst(),
                rows.filed(request),
                rows.steps(request),
                rows.isRated(request));
    }

    /// All that are known here, in no order; read in one go.
    List<RequestStanding> all() throws SQLException {
        var street = street().collect(Collectors.toMap(RequestStanding::request, each -> each));
        var steps = rows.steps().stream().collect(Collectors.groupingBy(RequestRows.Step::request));
        var own = rows.all().stream().collect(Collectors.toMap(RequestRows.Filed::request, each -> each));
        return Stream.concat(street.keySet().stream(), own.keySet().stream())
                .distinct()
                .flatMap(each -> standing(
                        Optional.ofNullable(street.get(each)),
                        Optional.ofNullable(own.get(each)),
                        steps.getOrDefault(each, List.of()),
                        false)
                        .stream())
                .toList();
    }

    /// The requests of which the street tells.
    Set<String> toldByStreet() {
        return street().map(RequestStanding::request).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<RequestStanding> street() {
        return index.items(ReferenceItem.StandingItem.class).stream().map(ReferenceItem.StandingItem::standing);
    }

    private Optional<RequestStanding> standing(
            Optional<RequestStanding> street,
            Optional<RequestRows.Filed> own,
            List<RequestRows.Step> steps,
            boolean rated) {
        return street.or(() -> own.map(this::filed)).map(before -> {
            var state = before.state();
            var through = before.through();
            for (var step : steps) {
                if (street.isEmpty() || step.taken().at().isAfter(before.through())) {
                    state = state.after(step.taken()).orElse(state);
                    through = step.taken().at();
                }
            }
            return new RequestStanding(
                    before.request(),
                    before.kind(),
                    before.organization(),
                    before.service(),
                    before.day(),
                    state,
                    state.answers().equals(before.state().answers()) ? before.answerer() : name(state.answers()),
                    rated || before.rated(),
                    through);
        });
    }

    private RequestStanding filed(RequestRows.Filed own) {
        return new RequestStanding(
                own.request(),
                own.kind(),
                own.organization(),
                own.service().map(id -> services().getOrDefault(id.value(), "")).orElse(""),
                own.day(),
                RequestState.filed(own.responder(), own.due()),
                name(own.responder()),
                false,
                own.at());
    }

    private Map<String, String> services() {
        var names = new HashMap<String, String>();
        index.items(ReferenceItem.Service.class).stream()
                .map(ReferenceItem.Service::service)
                .forEach((ServiceItem each) -> names.put(each.id().value(), each.name()));
        return names;
    }

    /// Somebody who is on the list no more is named as facts name them.
    String name(Answerer answerer) {
        return index.items(ReferenceItem.Staff.class).stream()
                .filter(each -> answerer.equals(Answerer.staff(each.id())))
                .map(ReferenceItem.Staff::name)
                .findFirst()
                .orElseGet(answerer::name);
    }
}
