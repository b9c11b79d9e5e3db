package cn.dangqun.server.contact;

import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.server.contact.HouseholdModel.Households;
import cn.dangqun.server.contact.HouseholdModel.One;
import cn.dangqun.server.contact.HouseholdModel.Row;
import cn.dangqun.server.contact.HouseholdModel.Visited;
import cn.dangqun.server.contact.HouseholdStore.Household;
import cn.dangqun.server.contact.ResidentNotes.Note;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
import cn.dangqun.server.web.Viewer;
import cn.dangqun.server.web.Visit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Writes the register of paired households. Call it inside one read transaction.
record HouseholdPage(Texts texts, Times times) {
    /// After so many days without a visit a household stands out.
    static final int LONG_AGO = 90;

    private static final int PER_PAGE = 50;
    private static final String GAP = "gap";
    private static final String LATE = "late";
    private static final String ENDED = "ended";
    private static final Orders<Row> ORDERS = Orders.<Row>of("web.order.tree")
            .or("visited", "contact.order.visited", Comparator.comparing(Row::visited))
            .or("helper", "contact.order.helper", Comparator.comparing(Row::helper));

    Households list(Handle handle, ListQuestion asked, Viewer viewer) {
        var names = new Answerers(handle);
        var all = new HouseholdStore(handle).all(viewer.scope(), times.today());
        var lacking = lacking(names, all, viewer);
        var state = asked.filter("state");
        var rows = state.equals(GAP)
                ? lacking
                : all.stream()
                        .filter(each -> fits(each, state))
                        .map(each -> row(each, names))
                        .toList();
        var typed = asked.filter("search");
        var found = ORDERS.sorted(
                rows.stream()
                        .filter(each -> (each.helper() + each.organization()).contains(typed))
                        .toList(),
                asked);
        var question = asked.within(found.size(), PER_PAGE);
        return new Households(
                typed,
                states(state),
                ORDERS.choices(texts, question),
                question.isFiltered(),
                lacking.isEmpty() ? "" : texts.get("contact.household.gap", lacking.size()),
                question.cut(found, PER_PAGE),
                question.pages(texts, HouseholdRoutes.LIST, found.size(), PER_PAGE));
    }

    private boolean fits(Household household, String state) {
        return switch (state) {
            case LATE -> isLate(household);
            case ENDED -> !household.isOpen();
            default -> household.isOpen();
        };
    }

    private boolean isLate(Household household) {
        return household.isOpen() && household.lastSeen().isBefore(times.today().minusDays(LONG_AGO));
    }

    /// Everybody who could answer for requests here and is paired with nobody.
    private List<Row> lacking(Answerers names, List<Household> all, Viewer viewer) {
        var paired = all.stream()
                .filter(Household::isOpen)
                .map(each -> each.helper().text())
                .collect(Collectors.toSet());
        return Stream.concat(
                        Stream.of(new Choice(
                                Answerer.account(viewer.login()).text(),
                                names.name(Answerer.account(viewer.login())),
                                false)),
                        names.staffInside(viewer.scope(), "").stream())
                .filter(each -> !paired.contains(each.value()))
                .map(each -> new Row("", each.name(), "", "", "", 0, "LACKING", texts.get("contact.household.lacking")))
                .toList();
    }

    private List<Choice> states(String chosen) {
        return Stream.of("", LATE, GAP, ENDED)
                .map(each -> new Choice(
                        each,
                        switch (each) {
                            case LATE -> texts.get("contact.household.late", LONG_AGO);
                            case GAP -> texts.get("contact.household.lacking");
                            case ENDED -> texts.get("contact.household.ended");
                            default -> texts.get("contact.household.open");
                        },
                        each.equals(chosen)))
                .toList();
    }

    private Row row(Household household, Answerers names) {
        boolean late = isLate(household);
        return new Row(
                HouseholdRoutes.address(household.id()),
                names.name(household.helper()),
                household.organizationName(),
                household.since().toString(),
                household.visited().map(LocalDate::toString).orElse(""),
                household.visits(),
                late ? "OVERDUE" : household.isOpen() ? "OPEN" : "CLOSED",
                household
                        .until()
                        .map(day -> texts.get("contact.household.until", day.toString()))
                        .orElseGet(() ->
                                texts.get(late ? "contact.household.lateMark" : "contact.household.open", LONG_AGO)));
    }

    HouseholdModel.New blank(Handle handle, Visit visit, List<String> problems) {
        var viewer = visit.viewer();
        var own = Answerer.account(viewer.login());
        var names = new Answerers(handle);
        var chosen = visit.form("helper").isEmpty() ? own.text() : visit.form("helper");
        return new HouseholdModel.New(
                problems,
                new OrganizationReader(handle, viewer.scope())
                        .all().stream()
                                .filter(each -> each.level() != OrganizationLevel.GROUP)
                                .map(each -> new Choice(
                                        each.id().value(),
                                        "　".repeat(Math.max(0, each.depth() - 1)) + each.name(),
                                        each.id().value().equals(visit.form("organization"))))
                                .toList(),
                Stream.concat(
                                Stream.of(new Choice(
                                        own.text(),
                                        texts.get("contact.form.myself", names.name(own)),
                                        own.text().equals(chosen))),
                                names.staffInside(viewer.scope(), chosen).stream())
                        .toList(),
                visit.form("since").isEmpty() ? times.today().toString() : visit.form("since"),
                times.today().toString(),
                visit.form("name"),
                visit.form("phone"),
                visit.form("address"),
                visit.form("words"));
    }

    /// `opens`: with who they are, for who may.
    One one(Handle handle, Household household, Visit visit, boolean opens, List<String> problems) {
        var names = new Answerers(handle);
        var notes = new ResidentNotes(handle);
        boolean may = HouseholdDesk.isOf(household, visit.viewer());
        boolean open = opens && may;
        var note = notes.open(household.note());
        return new One(
                household.id(),
                row(household, names),
                sealed(note, open, may),
                may && !open && note instanceof Note.Open ? HouseholdRoutes.opened(household.id()) : "",
                open ? lines(note) : List.of(),
                open && note instanceof Note.Open(var known) ? known.words() : "",
                new HouseholdStore(handle)
                        .visits(household.id()).stream()
                                .map(each -> new Visited(
                                        each.day().toString(),
                                        ContactRoutes.address(each.request()),
                                        open ? said(handle, notes, each.request()) : ""))
                                .toList(),
                HouseholdDesk.enters(household, visit.viewer()) && household.isOpen(),
                names.around(household.organization(), household.helper().text()),
                household.ended(),
                problems,
                visit.form("day").isEmpty() ? times.today().toString() : visit.form("day"),
                visit.form("words"),
                times.today().toString());
    }

    private String sealed(Note note, boolean open, boolean may) {
        return switch (note) {
            case Note.Forgotten() -> texts.get("contact.one.forgotten");
            case Note.Missing() -> texts.get("contact.one.missing");
            case Note.Open _ when open -> "";
            case Note.Open _ -> texts.get(may ? "contact.one.sealed" : "contact.one.sealedForOthers");
        };
    }

    private List<ContactModel.Line> lines(Note note) {
        return note instanceof Note.Open(var known)
                ? Stream.of(
                                new ContactModel.Line(texts.get("contact.field.name"), known.name()),
                                new ContactModel.Line(texts.get("contact.field.phone"), known.phone()),
                                new ContactModel.Line(texts.get("contact.field.address"), known.address()))
                        .filter(each -> !each.value().isEmpty())
                        .toList()
                : List.of();
    }

    private static String said(Handle handle, ResidentNotes notes, String request) {
        return new ContactReader(handle)
                .find(request)
                .flatMap(ContactReader.Request::applicant)
                .map(notes::open)
                .flatMap(each -> each instanceof Note.Open(var known) ? Optional.of(known.words()) : Optional.empty())
                .orElse("");
    }
}
