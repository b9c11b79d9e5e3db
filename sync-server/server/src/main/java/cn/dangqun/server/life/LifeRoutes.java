package cn.dangqun.server.life;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.domain.duty.DutyCode;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.period.Period;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.ListQuestion;
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
    static final int FIRST_YEAR = 2000;
    static final int LAST_YEAR = 2199;

    private final Database database;
    private final LifeSource source;
    private final LifePage page;
    private final OneLifePage one;
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
    }

    static String board(int year) {
        return BOARD + "?year=" + year;
    }

    static String address(OrganizationId organization, int year) {
        return BOARD + "/" + organization + "?year=" + year;
    }

    static String address(OrganizationId organization, LifeBoard.Cell cell) {
        return BOARD + "/" + organization + "/" + cell.rule().code() + "/" + cell.period();
    }

    @Override
    public void mount(Entrance entrance) {
        var ofOrganization = Subtree.of((handle, visit) -> Owners.ofOrganization(handle, visit.param("organization")));
        entrance.menu(BOARD, "life.board.menu");
        entrance.menuPart(BOARD, "/attendance");
        entrance.menuPart(BOARD, "/calendar");
        entrance.page(
                BOARD,
                new Policy(Right.signedIn(), Subtree.filtered(), Trace.none("what organisations did; names nobody")),
                this::board);
        entrance.page(
                BOARD + "/:organization",
                new Policy(Right.signedIn(), ofOrganization, Trace.none("what an organisation did; names nobody")),
                this::organization);
        entrance.page(
                BOARD + "/:organization/:duty/:period",
                new Policy(Right.signedIn(), ofOrganization, Trace.none("why a duty stands so; names are masked")),
                this::cell);
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
        return page(new OrganizationId(visit.param("organization")), year(visit), Optional.empty());
    }

    private Reply cell(Visit visit) {
        var period = Period.parse(visit.param("period"))
                .filter(each -> each.year() >= FIRST_YEAR && each.year() <= LAST_YEAR);
        var duty = Optional.of(visit.param("duty")).filter(DutyCode::isDutyCode).map(DutyCode::new);
        if (period.isEmpty() || duty.isEmpty()) {
            return new Reply.NotFound();
        }
        return page(
                new OrganizationId(visit.param("organization")),
                period.get().year(),
                Optional.of(new OneLifePage.Asked(duty.get(), period.get())));
    }

    private Reply page(OrganizationId id, int year, Optional<OneLifePage.Asked> asked) {
        return database.read(handle -> {
            var street = source.read(handle, new Scope(Optional.of(id)), year);
            return street.of(id)
                    .filter(found -> asked.isEmpty()
                            || OneLifePage.find(found, asked.get()).isPresent())
                    .map(found -> one.write(handle, street, found, year, asked))
                    .<Reply>map(model -> asked.isEmpty()
                            ? Reply.page("life/one", model.organization(), Map.of("one", model))
                            : Reply.page("life/cell", texts.get("life.detail.title"), Map.of("one", model)))
                    .orElseGet(Reply.NotFound::new);
        });
    }
}
