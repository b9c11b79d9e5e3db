package cn.dangqun.simulation.check;

import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.attendance.SheetModel;
import cn.dangqun.server.contact.ContactModel;
import cn.dangqun.server.queue.QueueModel;
import cn.dangqun.server.review.InboxModel;
import cn.dangqun.server.review.MonthModel;
import cn.dangqun.server.review.ReviewModel;
import cn.dangqun.server.services.AppointmentModel;
import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.machine.Office;
import cn.dangqun.simulation.machine.StreetMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the page of an activity at the street says.
public final class Pages {
    private static final String BODY = "attendance/sheetBody";
    private static final String ROUTE = "/activities/:id";
    private static final Map<String, String> NAMES = Map.of("names", "full");
    private static final Pattern NAME = Pattern.compile("样例\\d{3}");
    private static final Pattern PRESENT = Pattern.compile("data-present=\"(\\d+)\"");

    private static final Pattern STARS = Pattern.compile("^(\\d) 分");

    private static final Set<String> UNREAD = Set.of("UNKNOWN_KIND", "UNREADABLE");

    private Pages() {}

    /// `present` are the names below 实到, `others` those who count beside the roll; `figure` is 实到 itself.
    /// `times` are the hours at which somebody was received, by name; `guests` is 来宾.
    /// `unsigned` stand below 未签名; `heads` are people counted without names, by kind; `notes` what staff recorded
    /// of somebody, by name, whatever became of it; `roll` are all whom it lists, present or not.
    public record Sheet(
            int due,
            int figure,
            List<String> present,
            List<String> others,
            List<String> unsigned,
            Map<String, String> times,
            long guests,
            Map<String, Integer> heads,
            Map<String, List<SheetModel.Note>> notes,
            Set<String> roll,
            boolean frozen) {
        public Sheet {
            unsigned = List.copyOf(unsigned);
            present = List.copyOf(present);
            others = List.copyOf(others);
            times = Map.copyOf(times);
            heads = Map.copyOf(heads);
            notes = Map.copyOf(notes);
            roll = Set.copyOf(roll);
        }

        /// Whether somebody counts, on the roll or beside it.
        public boolean names(String name) {
            return present.contains(name) || others.contains(name);
        }

        /// What stands of somebody with these words of staff.
        public List<SheetModel.Note> notes(String name, String written) {
            return notes.getOrDefault(name, List.of()).stream()
                    .filter(each -> each.detail().contains(written))
                    .toList();
        }

        /// For people.
        public String text() {
            return "应到 " + due + ", 实到 " + figure + " (" + Plain.people(present) + ")"
                    + (others.isEmpty() ? "" : ", beside the roll " + Plain.people(others))
                    + (unsigned.isEmpty() ? "" : ", 未签名 " + Plain.people(unsigned))
                    + (guests == 0 ? "" : ", 来宾 " + guests)
                    + text(heads)
                    + text(notes);
        }

        private static String text(Map<String, ?> some) {
            return some.isEmpty() ? "" : ", " + Plain.people(new TreeMap<>(some).toString());
        }
    }

    private static Map<String, String> of(int activity) {
        return Map.of("id", Activities.id(activity).value());
    }

    /// What stands on 待处理记录, or stood there and is settled.
    private static List<ReviewModel.Row> records(StreetMachine street) {
        return Stream.concat(records(street, "open").stream(), records(street, "settled").stream())
                .toList();
    }

    private static List<ReviewModel.Row> records(StreetMachine street, String state) {
        return street.at(office -> {
            var page = office.page(Office.REVIEWER, "/records", Map.of(), Map.of("state", state))
                    .orElseThrow();
            var model = (ReviewModel) page.model().get("records");
            if (model == null) {
                throw new IllegalStateException("the page of what was set aside has no records");
            }
            return model.rows();
        });
    }

    /// What stands on 复核 in this state, of every page of it.
    public static List<InboxModel.Row> inbox(StreetMachine street, String state) {
        return inbox(street, Map.of("state", state));
    }

    /// What waits there of rolls that are not as the roster has them now.
    public static List<InboxModel.Row> changedRolls(StreetMachine street) {
        return inbox(street, Map.of("state", "OPEN", "kind", "ROSTER"));
    }

    private static List<InboxModel.Row> inbox(StreetMachine street, Map<String, String> asked) {
        return street.at(office -> {
            var rows = new ArrayList<InboxModel.Row>();
            for (int page = 1; ; page++) {
                var question = new TreeMap<>(asked);
                question.put("page", String.valueOf(page));
                var shown = office.page(Office.REVIEWER, "/review", Map.of(), question)
                        .orElseThrow();
                var model = (InboxModel) shown.model().get("inbox");
                if (model == null) {
                    throw new IllegalStateException("the page of what waits has no inbox");
                }
                rows.addAll(model.rows());
                if (model.next().isEmpty()) {
                    return rows;
                }
            }
        });
    }

    /// The addresses of the records that were set aside.
    public static Set<String> setAside(StreetMachine street) {
        return records(street).stream().map(ReviewModel.Row::settle).collect(Collectors.toCollection(TreeSet::new));
    }

    public static String address(FactId fact) {
        return "/records/%s/%s/%d".formatted(fact.kiosk().value(), fact.epoch().hex(), fact.seq());
    }

    /// How many records of `kiosk` are named that nobody can read.
    public static long unread(StreetMachine street, KioskId kiosk) {
        return records(street).stream()
                .filter(each -> each.kioskId().equals(kiosk.value()) && UNREAD.contains(each.kind()))
                .count();
    }

    /// 排队叫号 of a site on a day.
    public static QueueModel queue(StreetMachine street, String site, String day) {
        return street.at(office -> {
            var page = office.page(Office.REVIEWER, "/queue", Map.of(), Map.of("site", site, "date", day))
                    .orElseThrow();
            var model = (QueueModel) page.model().get("queue");
            if (model == null) {
                throw new IllegalStateException("the page of a queue has no queue");
            }
            return model;
        });
    }

    /// 预约和接访时间 of a site.
    public static List<AppointmentModel.Row> appointments(StreetMachine street, String site) {
        return street.at(office -> {
            var page = office.page(
                            Office.REVIEWER, "/services/appointments", Map.of(), Map.of("site", site, "past", "1"))
                    .orElseThrow();
            var model = (AppointmentModel) page.model().get("appointments");
            if (model == null) {
                throw new IllegalStateException("the page of appointments has none");
            }
            return model.rows();
        });
    }

    /// The ids on 诉求与走访, whatever their state.
    public static List<String> requests(StreetMachine street) {
        return street.at(office -> {
            var page = office.page(Office.REVIEWER, "/requests", Map.of(), Map.of("state", "all"))
                    .orElseThrow();
            var model = (ContactModel.Requests) page.model().get("requests");
            if (model == null) {
                throw new IllegalStateException("the page of requests has none");
            }
            return model.rows().stream().map(ContactModel.Row::id).toList();
        });
    }

    /// How the page of a request says that it stands, who answers for it, what was done, and how it was rated.
    public record Request(String stage, String answers, List<String> lines, OptionalInt stars) {
        public Request {
            lines = List.copyOf(lines);
        }
    }

    /// Empty where it has no page.
    public static Optional<Request> request(StreetMachine street, String id) {
        return street.at(office -> office.page(Office.REVIEWER, "/requests/:id", Map.of("id", id), Map.of()))
                .map(page -> {
                    var one = (ContactModel.One) page.model().get("one");
                    if (one == null) {
                        throw new IllegalStateException("the page of a request has none");
                    }
                    return new Request(
                            one.row().stage(),
                            one.row().answers(),
                            one.steps().stream().map(ContactModel.Step::what).toList(),
                            STARS.matcher(one.stars())
                                    .results()
                                    .mapToInt(each -> Integer.parseInt(each.group(1)))
                                    .findFirst());
                });
    }

    /// 锁月 of a branch.
    public static MonthModel month(StreetMachine street, String month, String organization) {
        return street.at(office -> {
            var page = office.page(
                            Office.REVIEWER,
                            "/review/month",
                            Map.of(),
                            Map.of("month", month, "organization", organization))
                    .orElseThrow();
            var model = (MonthModel) page.model().get("month");
            if (model == null) {
                throw new IllegalStateException("the page of a month has no month");
            }
            return model;
        });
    }

    public static Sheet read(StreetMachine street, int activity) {
        return street.at(office -> {
            var page = office.page(Office.REVIEWER, ROUTE, of(activity), NAMES)
                    .orElseThrow(() -> new IllegalStateException("activity " + activity + " has no page"));
            var sheet = (SheetModel) page.model().get("sheet");
            if (sheet == null) {
                throw new IllegalStateException("the page of an activity has no sheet");
            }
            return new Sheet(
                    sheet.row().due(),
                    sheet.row().present(),
                    names(sheet.present()).toList(),
                    sheet.others().people().stream()
                            .filter(each -> !each.role().isEmpty())
                            .map(SheetModel.Person::name)
                            .toList(),
                    sheet.notPresent().stream()
                            .filter(each -> each.state().equals("unsigned"))
                            .flatMap(each -> names(each.people()))
                            .toList(),
                    times(sheet.present()),
                    sheet.guestsCounted(),
                    sheet.heads().stream().collect(Collectors.toMap(SheetModel.Heads::kind, SheetModel.Heads::number)),
                    Stream.concat(listed(sheet), Stream.of(sheet.others()))
                            .flatMap(each -> each.people().stream())
                            .filter(each -> !each.notes().isEmpty())
                            .collect(Collectors.toMap(SheetModel.Person::name, SheetModel.Person::notes)),
                    listed(sheet).flatMap(Pages::names).collect(Collectors.toSet()),
                    !sheet.unfrozen());
        });
    }

    private static Stream<SheetModel.People> listed(SheetModel sheet) {
        return Stream.concat(
                Stream.of(sheet.present(), sheet.missing()),
                sheet.notPresent().stream().map(SheetModel.Group::people));
    }

    private static Map<String, String> times(SheetModel.People people) {
        var times = new TreeMap<String, String>();
        for (var person : people.people()) {
            if (!person.taps().isEmpty()) {
                times.put(person.name(), person.taps().getFirst().time());
            }
        }
        return times;
    }

    private static Stream<String> names(SheetModel.People people) {
        return people.people().stream().map(SheetModel.Person::name);
    }

    /// The figure as it stands in the page that a browser shows, and what somebody sees who may not see names.
    static List<String> rendered(StreetMachine street, int activity, Sheet sheet, int branch) {
        return street.at(office -> {
            var wrong = new ArrayList<String>();
            var whole = office.page(Office.REVIEWER, ROUTE, of(activity), NAMES).orElseThrow();
            var figure = PRESENT.matcher(office.rendered(BODY, whole));
            if (!figure.find() || Integer.parseInt(figure.group(1)) != sheet.figure()) {
                wrong.add("the page of activity " + activity + " does not show 实到 " + sheet.figure());
            }
            var own = Office.stranger(Ground.communityId(branch / 2));
            office.page(own, ROUTE, of(activity), Map.of())
                    .map(page -> office.rendered(BODY, page))
                    .filter(text -> NAME.matcher(text).find())
                    .ifPresent(text -> wrong.add("somebody without the right sees names of activity " + activity));
            if (office.page(own, ROUTE, of(activity), Map.of()).isEmpty()) {
                wrong.add("the community does not see its own activity " + activity);
            }
            if (office.page(Office.stranger(Ground.communityId(1 - branch / 2)), ROUTE, of(activity), Map.of())
                    .isPresent()) {
                wrong.add("another community sees activity " + activity);
            }
            return wrong;
        });
    }
}
