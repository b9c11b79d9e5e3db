package cn.dangqun.server.services;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.queue.Audience;
import cn.dangqun.domain.queue.Charge;
import cn.dangqun.domain.queue.OpeningHours;
import cn.dangqun.domain.queue.ServiceCategory;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.queue.TicketNumber;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.Visit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/// The form of one service: as it stands, as it was typed, and as it is read.
record ServiceForm(Texts texts) {
    private static final int LONGEST_LIMIT = 365;
    private static final int LONGEST_USUAL = 240;
    private static final int LONGEST_LINE = 40;
    private static final int MOST_LINES = 12;

    /// What a new one begins with: working days, as in most offices.
    private static final OpeningHours USUAL_HOURS = new OpeningHours(List.of(
            new OpeningHours.Shift(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 30), LocalTime.of(11, 30)),
            new OpeningHours.Shift(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(13, 30), LocalTime.of(17, 0))));

    ServicesModel.One blank(List<Choice> organizations, char letter) {
        return new ServicesModel.One(
                "",
                false,
                List.of(),
                "",
                categories(""),
                organizations,
                audiences(Set.of(Audience.RESIDENTS)::contains),
                "",
                "",
                "",
                "",
                Character.toString(letter),
                "100",
                "10",
                new ShiftFields(texts).of(USUAL_HOURS));
    }

    ServicesModel.One of(ServiceItem service, List<Choice> organizations) {
        return new ServicesModel.One(
                service.id().value(),
                service.sample(),
                List.of(),
                Samples.plain(service.name()),
                categories(service.category().name()),
                organizations,
                audiences(service.audiences()::contains),
                switch (service.charge()) {
                    case Charge.Free() -> "";
                    case Charge.LowCost(var price) -> Samples.plain(price);
                },
                Samples.plain(String.join("\n", service.materials())),
                Samples.plain(String.join("\n", service.steps())),
                service.limitDays().isPresent()
                        ? Integer.toString(service.limitDays().getAsInt())
                        : "",
                Character.toString(service.letter()),
                Integer.toString(service.dailyCap()),
                Long.toString(Math.max(1, service.usual().toMinutes())),
                new ShiftFields(texts).of(service.hours()));
    }

    ServicesModel.One typed(String id, Visit visit, List<Choice> organizations, List<String> problems) {
        return new ServicesModel.One(
                id,
                false,
                problems,
                visit.form("name"),
                categories(visit.form("category")),
                organizations,
                audiences(each -> visit.form("audience." + each.name()).equals("yes")),
                visit.form("price"),
                visit.form("materials"),
                visit.form("steps"),
                visit.form("limit"),
                visit.form("letter"),
                visit.form("cap"),
                visit.form("usual"),
                new ShiftFields(texts).typed(visit));
    }

    private List<Choice> categories(String chosen) {
        return Choice.of(ServiceCategory.values(), new ServiceWords(texts)::category, chosen);
    }

    private List<Choice> audiences(Predicate<Audience> chosen) {
        var words = new ServiceWords(texts);
        return Arrays.stream(Audience.values())
                .map(each -> new Choice(each.name(), words.audience(each), chosen.test(each)))
                .toList();
    }

    /// Empty when something is wrong, which the form then says.
    Optional<ReferenceItem.Service> read(String id, Visit visit, Form form, List<Choice> organizations) {
        var name = form.text("name", ServiceItem.NAME_MAX);
        var category = form.requiredChoice("category", ServiceCategory.class);
        var audiences = form.ticked("audience", Audience.class);
        var charge = form.optional("price", LONGEST_LINE).<Charge>map(Charge.LowCost::new);
        var materials = lines(visit, form, "materials");
        var steps = lines(visit, form, "steps");
        var limit = form.number("limit", 0, LONGEST_LIMIT);
        var letter = form.text("letter", 1);
        var cap = required(form, "cap", TicketNumber.ORDINAL_MAX);
        var usual = required(form, "usual", LONGEST_USUAL);
        var hours = new ShiftFields(texts).read(visit, form);
        var organization = organizations.stream().filter(Choice::chosen).findFirst();
        if (organization.isEmpty()) {
            form.refuse(texts.get("services.refused.organization"));
        }
        if (!letter.matches("[A-Z]")) {
            form.refuse(texts.get("services.refused.letter"));
        }
        if (!form.isGood()) {
            return Optional.empty();
        }
        var service = new ServiceItem(
                new ServiceId(id),
                category.orElseThrow(),
                name,
                audiences,
                charge.orElseGet(Charge.Free::new),
                materials,
                limit.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                letter.charAt(0),
                hours.orElseThrow(),
                cap.orElseThrow(),
                Duration.ofMinutes(usual.orElseThrow()),
                false,
                steps);
        return Optional.of(new ReferenceItem.Service(
                service, new OrganizationId(organization.get().value())));
    }

    private Optional<Integer> required(Form form, String field, int most) {
        var number = form.number(field, 1, most);
        if (number.isEmpty() && form.isGood()) {
            form.refuse(texts.get("services.refused.number"));
        }
        return number;
    }

    private List<String> lines(Visit visit, Form form, String field) {
        var lines = visit.form(field)
                .lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        boolean good = lines.size() <= MOST_LINES
                && lines.stream().allMatch(each -> each.length() <= LONGEST_LINE)
                && lines.stream().allMatch(each -> each.chars().noneMatch(Character::isISOControl));
        if (!good) {
            form.refuse(texts.get(
                    "services.refused.lines", texts.get("services.field." + field), MOST_LINES, LONGEST_LINE));
        }
        return lines;
    }
}
