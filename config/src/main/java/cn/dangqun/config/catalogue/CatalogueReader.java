package cn.dangqun.config.catalogue;

import cn.dangqun.config.profile.json.Fault;
import cn.dangqun.config.profile.json.JsonText;
import cn.dangqun.config.profile.json.Place;
import cn.dangqun.config.profile.json.UnreadableException;
import cn.dangqun.domain.queue.Audience;
import cn.dangqun.domain.queue.Charge;
import cn.dangqun.domain.queue.OpeningHours;
import cn.dangqun.domain.queue.QueueRules;
import cn.dangqun.domain.queue.ServiceCategory;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.queue.TicketNumber;
import cn.dangqun.domain.queue.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads a catalogue of services, finding every fault at once.
public final class CatalogueReader {
    private static final String SCHEMA = "service-catalogue/1";
    private static final int MINUTES_MAX = 240;
    private static final int DAYS_MAX = 365;
    private static final OpeningHours ALWAYS = new OpeningHours(
            List.of(new OpeningHours.Shift(Set.of(DayOfWeek.values()), LocalTime.MIDNIGHT, LocalTime.of(23, 59))));

    private final List<Fault> faults = new ArrayList<>();
    private final HashSet<String> ids = new HashSet<>();
    private final HashSet<Integer> windows = new HashSet<>();

    private CatalogueReader() {}

    /// The starter list that comes with the product: the names of; everything else is an example.
    public static Catalogue shipped() {
        try (var stream = CatalogueReader.class.getResourceAsStream("starter.json")) {
            if (stream == null) {
                throw new IllegalStateException("the shipped catalogue is missing");
            }
            if (read(stream.readAllBytes()) instanceof CatalogueReading.Accepted(var catalogue)) {
                return catalogue;
            }
            throw new IllegalStateException("the shipped catalogue has faults");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableException e) {
            throw new IllegalStateException("the shipped catalogue is not JSON", e);
        }
    }

    /// @throws UnreadableException when the bytes are not UTF-8 or not JSON
    public static CatalogueReading read(byte[] utf8) throws UnreadableException {
        return new CatalogueReader().all(utf8);
    }

    private CatalogueReading all(byte[] utf8) throws UnreadableException {
        var root = Place.root(JsonText.parse(utf8), faults);
        root.only("schema", "note", "services", "windows", "rules");
        root.field("schema").oneOf(Map.of(SCHEMA, SCHEMA));
        var services =
                root.field("services").items().stream().map(this::service).toList();
        var served = root.field("windows").items().stream().map(this::window).toList();
        var rules = root.maybe("rules").map(CatalogueReader::rules).orElse(QueueRules.STANDARD);
        return faults.isEmpty()
                ? new CatalogueReading.Accepted(new Catalogue(services, served, rules))
                : new CatalogueReading.Refused(faults);
    }

    private ServiceItem service(Place place) {
        place.only(
                "id",
                "category",
                "name",
                "audiences",
                "price",
                "materials",
                "steps",
                "limitDays",
                "letter",
                "hours",
                "dailyCap",
                "usualMinutes");
        return new ServiceItem(
                        id(place.field("id")),
                        place.field("category").oneOf(ServiceCategory.class),
                        form(place.field("name"), "(?U).{1,20}", "catalogue.name"),
                        place.field("audiences").items().stream()
                                .map(each -> each.oneOf(Audience.class))
                                .collect(Collectors.toUnmodifiableSet()),
                        place.maybe("price")
                                .<Charge>map(each -> new Charge.LowCost(each.text()))
                                .orElseGet(Charge.Free::new),
                        items(place, "materials").stream().map(Place::text).toList(),
                        place.maybe("limitDays")
                                .map(each -> OptionalInt.of(each.whole(0, DAYS_MAX)))
                                .orElseGet(OptionalInt::empty),
                        form(place.field("letter"), "[A-Z]", "catalogue.letter").charAt(0),
                        hours(place.field("hours")),
                        place.field("dailyCap").whole(1, TicketNumber.ORDINAL_MAX),
                        Duration.ofMinutes(place.field("usualMinutes").whole(1, MINUTES_MAX)))
                .going(items(place, "steps").stream().map(Place::text).toList());
    }

    private ServiceId id(Place place) {
        var id = form(place, "[a-z0-9-]{1,32}", "catalogue.id");
        if (!ids.add(id)) {
            place.fault("catalogue.id_twice", "id", id);
        }
        return new ServiceId(id);
    }

    /// The text, or a harmless stand-in where it was found faulty.
    private static String form(Place place, String form, String fault) {
        return place.parsed(text -> Optional.of(text).filter(each -> each.matches(form)), fault)
                .orElse(form.equals("[A-Z]") ? "A" : "x");
    }

    private static OpeningHours hours(Place place) {
        var shifts =
                place.items().stream().flatMap(each -> shift(each).stream()).toList();
        if (shifts.isEmpty()) {
            place.fault("catalogue.never_open");
        }
        return shifts.isEmpty() ? ALWAYS : new OpeningHours(shifts);
    }

    private static Optional<OpeningHours.Shift> shift(Place place) {
        place.only("days", "from", "to");
        var days = place.field("days").items().stream()
                .map(day -> day.oneOf(DayOfWeek.class))
                .collect(Collectors.toUnmodifiableSet());
        var from = time(place.field("from"));
        var to = time(place.field("to"));
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (days.isEmpty() || !from.get().isBefore(to.get())) {
            place.fault("catalogue.shift");
            return Optional.empty();
        }
        return Optional.of(new OpeningHours.Shift(days, from.get(), to.get()));
    }

    private static Optional<LocalTime> time(Place place) {
        return place.parsed(
                text -> text.matches("([01][0-9]|2[0-3]):[0-5][0-9]")
                        ? Optional.of(LocalTime.parse(text))
                        : Optional.empty(),
                "catalogue.time");
    }

    private Window window(Place place) {
        place.only("number", "name", "services");
        int number = place.field("number").whole(1, Window.NUMBER_MAX);
        if (!windows.add(number)) {
            place.field("number").fault("catalogue.window_twice", "number", number);
        }
        var services = new HashSet<ServiceId>();
        for (var each : items(place, "services")) {
            if (ids.contains(each.text())) {
                services.add(new ServiceId(each.text()));
            } else {
                each.fault("catalogue.service_unknown", "id", each.text());
            }
        }
        return new Window(number, place.field("name").text(), services);
    }

    private static List<Place> items(Place place, String field) {
        return place.maybe(field).map(Place::items).orElse(List.of());
    }

    private static QueueRules rules(Place place) {
        place.only("maxCalls", "reinsertAfter", "preferredInARow");
        return new QueueRules(
                place.field("maxCalls").whole(1, 9),
                place.field("reinsertAfter").whole(0, 20),
                place.field("preferredInARow").whole(1, 9));
    }
}
