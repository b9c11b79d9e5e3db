package cn.dangqun.server.life;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.domain.duty.DutyCode;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.period.Period;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.services.OpeningStore;
import cn.dangqun.server.text.FreshIds;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// 组织生活看板: what each organisation owed in a year, whether it was done, and why it is said so.
public final class LifeRoutes implements Routes {
    static final String BOARD = "/life";
    private static final String CELL = BOARD + "/:organization/:duty/:period";
    private static final int LONGEST_REASON = 200;
    static final int FIRST_YEAR = 2000;
    static final int LAST_YEAR = 2199;

    private final Database database;
    private final LifeSource source;
    private final LifePage page;
    private final OneLifePage one;
    private final ReschedulePage moves;
    private final RescheduleDesk desk;
    private final Texts texts;
    private final Times times;

    public LifeRoutes(
            Database database, StreetRoster roster, ProfileLibrary library, Texts texts, Times times, ZoneId zone) {
        this.database = database;
        this.texts = texts;
        this.times = times;
        this.source = new LifeSource(roster, library, times, zone);
        var words = new LifeWords(texts);
        var cells = new LifeCells(words);
        this.page = new LifePage(words, cells, times, new Pinyin());
        this.one = new OneLifePage(words, cells, roster, times);
        this.moves = new ReschedulePage(texts, times);
        this.desk = new RescheduleDesk(database, times, new FreshIds(times));
    }

    static String board(int year) {
        return BOARD + "?year=" + year;
    }

    static String address(OrganizationId organization, int year) {
        return BOARD + "/" + organization + "?year=" + year;
    }

    static String address(OrganizationId organization, LifeBoard.Cell cell) {
        return address(organization, cell.rule().code(), cell.period());
    }

    static String address(OrganizationId organization, DutyCode duty, Period period) {
        return BOARD + "/" + organization + "/" + duty + "/" + period;
    }

    @Override
    public void mount(Entrance entrance) {
        var ofOrganization = Subtree.of((handle, visit) -> Owners.ofOrganization(handle, visit.param("organization")));
        entrance.menu(BOARD, "life.board.menu");
        entrance.menuPart(BOARD, "/attendance");
        entrance.menuPart(BOARD, "/calendar");
        entrance.menuPart(BOARD, RescheduleRoutes.LIST);
        entrance.page(
                BOARD,
                new Policy(Right.signedIn(), Subtree.filtered(), Trace.none("what organisations did; names nobody")),
                this::board);
        entrance.page(
                BOARD + "/:organization",
                new Policy(Right.signedIn(), ofOrganization, Trace.none("what an organisation did; names nobody")),
                this::organization);
        entrance.page(
                CELL,
                new Policy(Right.signedIn(), ofOrganization, Trace.none("why a duty stands so; names are masked")),
                visit -> cell(200, visit, List.of()));
        entrance.action(
                CELL + "/moves",
                new Policy(Right.of(Permission.PLAN_ACTIVITIES), ofOrganization, Trace.deed(Action.RESCHEDULE_ASKED)),
                this::ask);
    }

    private int year(Visit visit) {
        return visit.query("year")
                .filter(text -> text.matches("\\d{4}"))
                .map(Integer::valueOf)
                .filter(each -> each >= FIRST_YEAR && each <= LAST_YEAR)
                .orElseGet(() -> times.today().getYear());
    }

    private Reply board(Visit visit) {
        var scope = visit.viewer().scope();
        var question = ListQuestion.of(visit, "year", "duty", "organization", "search", "state", ListQuestion.ORDER);
        int year = year(visit);
        var model = database.read(handle -> page.write(
                source.read(handle, scope, year),
                organizations(handle, scope, question.filter("organization")),
                question,
                year));
        return Reply.page("life/board", texts.get("life.board.title"), Map.of("board", model));
    }

    private static List<Choice> organizations(Handle handle, Scope scope, String chosen) {
        return new OrganizationReader(handle, scope)
                .all().stream()
                        .filter(each -> each.level() == OrganizationLevel.COMMITTEE
                                || each.level() == OrganizationLevel.GENERAL_BRANCH)
                        .map(each -> new Choice(
                                each.id().value(),
                                each.name(),
                                each.id().value().equals(chosen)))
                        .toList();
    }

    private Reply organization(Visit visit) {
        return page(200, visit, year(visit), Optional.empty(), List.of());
    }

    private static OrganizationId of(Visit visit) {
        return new OrganizationId(visit.param("organization"));
    }

    private static Optional<OneLifePage.Asked> asked(Visit visit) {
        var duty = Optional.of(visit.param("duty")).filter(DutyCode::isDutyCode).map(DutyCode::new);
        return Period.parse(visit.param("period"))
                .filter(each -> each.year() >= FIRST_YEAR && each.year() <= LAST_YEAR)
                .flatMap(period -> duty.map(code -> new OneLifePage.Asked(code, period)));
    }

    private Reply cell(int status, Visit visit, List<String> problems) {
        return asked(visit)
                .map(asked -> page(status, visit, asked.period().year(), Optional.of(asked), problems))
                .orElseGet(Reply.NotFound::new);
    }

    private Reply page(int status, Visit visit, int year, Optional<OneLifePage.Asked> asked, List<String> problems) {
        return database.read(handle -> {
            var street = source.read(handle, new Scope(Optional.of(of(visit))), year);
            return street.of(of(visit))
                    .filter(found -> asked.isEmpty()
                            || OneLifePage.find(found, asked.get()).isPresent())
                    .map(found -> one.write(
                            handle, street, found, year, asked, cell -> moving(handle, visit, cell, problems)))
                    .<Reply>map(model -> asked.isEmpty()
                            ? Reply.page("life/one", model.organization(), Map.of("one", model))
                            : new Reply.Page(status, "life/cell", texts.get("life.detail.title"), Map.of("one", model)))
                    .orElseGet(Reply.NotFound::new);
        });
    }

    private RescheduleModel.Asking moving(Handle handle, Visit visit, LifeBoard.Cell cell, List<String> problems) {
        var holiday = ReschedulePage.original(cell)
                .filter(day -> !day.isBefore(times.today()))
                .flatMap(day -> Optional.ofNullable(
                        new OpeningStore(handle).holidays(day).get(day)))
                .map(name -> name.isBlank() ? texts.get("life.move.someHoliday") : name);
        return moves.asking(handle, of(visit), cell, visit.viewer(), holiday, problems, visit.form("newDay"));
    }

    private Reply ask(Visit visit) {
        var form = new Form(visit, texts, "life.move");
        var day = form.requiredDay("newDay");
        var reason = form.text("reason", LONGEST_REASON);
        if (!form.isGood() || day.isEmpty()) {
            return cell(422, visit, form.problems());
        }
        var found = asked(visit)
                .flatMap(asked -> database.read(handle -> source.read(
                                handle,
                                new Scope(Optional.of(of(visit))),
                                asked.period().year())
                        .of(of(visit))
                        .flatMap(year -> OneLifePage.find(year, asked))));
        var original = found.flatMap(ReschedulePage::original);
        if (found.isEmpty()) {
            return new Reply.NotFound();
        }
        if (original.isEmpty()) {
            return cell(422, visit, List.of(texts.get("life.move.noRule")));
        }
        return switch (desk.ask(of(visit), found.get(), original.get(), day.get(), reason, Actor.of(visit))) {
            case DONE -> new Reply.SeeOther(address(of(visit), found.get()));
            case STANDS -> cell(409, visit, List.of(texts.get("life.move.stands")));
            case NO_DAY -> cell(422, visit, List.of(texts.get("life.move.noDay")));
            case TOO_LATE -> cell(422, visit, List.of(texts.get("life.move.tooLate")));
            case OWN -> cell(422, visit, List.of(texts.get("life.move.own")));
            case GONE -> new Reply.NotFound();
        };
    }
}
