package cn.dangqun.server.contact;

import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.server.contact.ContactModel.Requests;
import cn.dangqun.server.contact.ContactModel.Row;
import cn.dangqun.server.contact.ContactReader.Request;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.services.ServiceChoices;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Viewer;
import cn.dangqun.server.web.Visit;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Writes the lists of requests and visits, and the form for a new one. Call it inside one read transaction.
record ContactPage(Texts texts, Times times, ContactWords words) {
    private static final int YEARS = 4;

    Requests list(Handle handle, ListQuestion asked, Viewer viewer) {
        var own = Answerer.account(viewer.login());
        var today = times.today();
        var reader = new ContactReader(handle);
        var names = new Answerers(handle);
        int found = reader.count(asked, viewer.scope(), own, today);
        var question = asked.within(found, ContactReader.PER_PAGE);
        int overdue = reader.overdue(viewer.scope(), today);
        return new Requests(
                question.filter("search"),
                states(question.filter("state")),
                kinds(question.filter("kind")),
                years(question, today),
                orders(question.filter(ListQuestion.ORDER)),
                question.isFiltered(),
                overdue == 0 ? "" : texts.get("contact.list.overdue", overdue),
                viewer.may(Permission.HANDLE_REQUESTS) ? ContactRoutes.NEW : "",
                reader.page(question, viewer.scope(), own, today).stream()
                        .map(each -> row(each, names))
                        .toList(),
                question.pages(texts, ContactRoutes.LIST, found, ContactReader.PER_PAGE));
    }

    private List<Choice> states(String chosen) {
        return Stream.of("", "overdue", "own", "street", "closed", "all")
                .map(each -> new Choice(
                        each,
                        switch (each) {
                            case "overdue" -> texts.get("contact.state.overdue");
                            case "own" -> texts.get("contact.state.own");
                            case "street" -> texts.get("contact.state.street");
                            case "closed" -> texts.get("contact.state.closed");
                            case "all" -> texts.get("contact.state.all");
                            default -> texts.get("contact.state.open");
                        },
                        each.equals(chosen)))
                .toList();
    }

    private List<Choice> kinds(String chosen) {
        return Stream.concat(
                        Stream.of(new Choice("", texts.get("contact.list.allKinds"), chosen.isEmpty())),
                        Choice.of(RequestKind.values(), words::kind, chosen).stream())
                .toList();
    }

    private List<Choice> years(ListQuestion question, LocalDate today) {
        int chosen = ContactReader.year(question, today);
        return IntStream.range(0, YEARS)
                .mapToObj(ago -> today.getYear() - ago)
                .map(year -> new Choice(
                        Integer.toString(year), texts.get("contact.list.year", Integer.toString(year)), year == chosen))
                .toList();
    }

    private List<Choice> orders(String chosen) {
        return List.of(
                new Choice("", texts.get("web.order.due"), chosen.isEmpty()),
                new Choice(ContactReader.NEWEST, texts.get("web.order.newest"), chosen.equals(ContactReader.NEWEST)),
                new Choice(
                        ContactReader.BY_ORGANIZATION,
                        texts.get("web.order.tree"),
                        chosen.equals(ContactReader.BY_ORGANIZATION)));
    }

    Row row(Request request, Answerers names) {
        var state = request.state();
        return new Row(
                request.id(),
                ContactWords.number(request.id()),
                ContactRoutes.address(request.id()),
                words.kind(request.kind()),
                request.service(),
                request.organizationName(),
                request.day().toString(),
                names.name(state.answers()),
                state.offered()
                        .map(each -> texts.get("contact.row.offered", names.name(each)))
                        .orElse(""),
                words.stage(state.stage()),
                ContactWords.mark(request, times.today()),
                due(request),
                state.escalated() ? texts.get("contact.row.street") : "");
    }

    private String due(Request request) {
        return request.state()
                .due()
                .map(day -> request.state().isOverdue(times.today())
                        ? texts.get("contact.row.overdue", day.toString())
                        : day.toString())
                .orElse("");
    }

    /// Everybody on duty inside the viewer's part, and the viewer: who of them serves where is told when it is entered.
    ContactModel.New blank(Handle handle, Visit visit, List<String> problems) {
        var viewer = visit.viewer();
        var own = Answerer.account(viewer.login());
        var names = new Answerers(handle);
        var chosen = visit.form("responder").isEmpty() ? own.text() : visit.form("responder");
        return new ContactModel.New(
                problems,
                Choice.of(RequestKind.values(), words::kind, visit.form("kind")),
                new OrganizationReader(handle, viewer.scope())
                        .all().stream()
                                .filter(each -> each.level() != OrganizationLevel.GROUP)
                                .map(each -> new Choice(
                                        each.id().value(),
                                        "　".repeat(Math.max(0, each.depth() - 1)) + each.name(),
                                        each.id().value().equals(visit.form("organization"))))
                                .toList(),
                new ServiceChoices(handle, viewer.scope()).all(visit.form("service")),
                Stream.concat(
                                Stream.of(new Choice(
                                        own.text(),
                                        texts.get("contact.form.myself", names.name(own)),
                                        own.text().equals(chosen))),
                                names.staffInside(viewer.scope(), chosen).stream())
                        .toList(),
                visit.form("day").isEmpty() ? times.today().toString() : visit.form("day"),
                times.today().toString(),
                visit.form("due"),
                visit.form("name"),
                visit.form("phone"),
                visit.form("address"),
                visit.form("words"),
                visit.form("answer"));
    }

    ContactModel.Satisfaction satisfaction(Handle handle, ListQuestion asked, Viewer viewer) {
        var today = times.today();
        var months = new SatisfactionReader(handle, viewer.scope()).year(ContactReader.year(asked, today));
        var question = asked.within(months.size(), SatisfactionReader.PER_PAGE);
        return new ContactModel.Satisfaction(
                years(question, today),
                question.cut(months, SatisfactionReader.PER_PAGE).stream()
                        .map(each -> new ContactModel.RatedMonth(
                                each.month(),
                                each.organization(),
                                each.rated(),
                                each.satisfied(),
                                each.unhappy(),
                                Math.round(100.0 * each.satisfied() / each.rated()) + "%"))
                        .toList(),
                question.pages(texts, ContactRoutes.SATISFACTION, months.size(), SatisfactionReader.PER_PAGE));
    }

    ContactModel.Purged purged(Handle handle, ListQuestion asked, Viewer viewer) {
        var reader = new PurgeReader(handle, viewer.scope());
        var months = reader.months();
        var question = asked.within(months.size(), PurgeReader.PER_PAGE);
        return new ContactModel.Purged(
                question.cut(months, PurgeReader.PER_PAGE),
                texts.get("contact.purged.waiting", reader.waiting(), RequestOblivion.KEPT.toDays()),
                question.pages(texts, ContactRoutes.PURGED, months.size(), PurgeReader.PER_PAGE));
    }
}
