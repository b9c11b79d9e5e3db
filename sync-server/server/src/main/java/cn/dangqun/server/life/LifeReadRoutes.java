package cn.dangqun.server.life;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.domain.explain.DutyExplanation;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.DataQuestion;
import cn.dangqun.server.web.DataRule;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Owner;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/// 组织生活看板 for other systems: computed by what the page computes it, so that both say the same
/// (docs/decisions/0042). Each page computes the year of all it may name: see [LifeSource] for what that costs.
public final class LifeReadRoutes implements Routes {
    private static final String PATH = "/api/v1/life";
    private static final String ORGANIZATION = "organization";
    private static final int COST = 10;
    private static final int USUAL = 50;
    private static final int MOST = 100;

    private final Database database;
    private final LifeSource source;
    private final LifeWords words;
    private final Texts texts;
    private final Times times;

    public LifeReadRoutes(
            Database database, StreetRoster roster, ProfileLibrary library, Texts texts, Times times, ZoneId zone) {
        this.database = database;
        this.source = new LifeSource(roster, library, times, zone);
        this.words = new LifeWords(texts);
        this.texts = texts;
        this.times = times;
    }

    @Override
    public void mount(Entrance entrance) {
        entrance.data(
                PATH,
                new Policy(
                        Right.of(Permission.DATA_LIFE),
                        Subtree.of(LifeReadRoutes::owner),
                        Trace.daily(Action.DATA_READ)),
                DataRule.asks("year", ORGANIZATION, DataQuestion.AFTER, DataQuestion.LIMIT)
                        .costing(COST),
                this::read);
    }

    private static Owner owner(Handle handle, Visit visit) {
        return visit.query(ORGANIZATION)
                .map(id -> Asked.organization(id)
                        .map(known -> Owners.ofOrganization(handle, known.value()))
                        .orElseGet(Owner.Nobody::new))
                .orElseGet(Owner.Unnamed::new);
    }

    private Reply read(Visit visit) {
        var question = new DataQuestion(visit, texts);
        int year = question.number("year", LifeRoutes.FIRST_YEAR, LifeRoutes.LAST_YEAR);
        int limit = question.limit(USUAL, MOST);
        var after = question.after(1).map(List::getFirst);
        if (question.refusal().isPresent()) {
            return question.refusal().get();
        }
        var scope = visit.query(ORGANIZATION)
                .map(id -> new Scope(Optional.of(new OrganizationId(id))))
                .orElseGet(() -> visit.viewer().scope());
        var all = database.read(handle -> source.read(handle, scope, year)).years();
        int first = after.map(id -> behind(all, id)).orElse(0);
        if (first < 0) {
            question.unknownCursor();
            return question.refusal().orElseThrow();
        }
        var shown = all.stream().skip(first).limit(limit).toList();
        return new Reply.Json(new LifeAnswer.Page(
                year,
                times.today(),
                shown.stream().map(this::year).toList(),
                first + limit < all.size()
                        ? DataQuestion.cursor(
                                shown.getLast().organization().id().value())
                        : ""));
    }

    /// -1 when it is not there any more.
    private static int behind(List<LifeSource.Year> all, String id) {
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).organization().id().value().equals(id))
                .map(i -> i + 1)
                .findFirst()
                .orElse(-1);
    }

    private LifeAnswer.Year year(LifeSource.Year year) {
        return new LifeAnswer.Year(
                new LifeAnswer.Holder(
                        year.organization().id().value(), year.organization().name()),
                year.cells().stream().map(this::cell).toList());
    }

    /// The sentence of the organisation itself, which names nobody.
    private LifeAnswer.Cell cell(LifeBoard.Cell cell) {
        var profile = cell.terms().profile();
        return new LifeAnswer.Cell(
                cell.rule().code().value(),
                DutyExplanation.nameOf(cell.rule()),
                new LifeAnswer.Span(
                        cell.period().toString(),
                        DutyExplanation.nameOf(cell.period()),
                        cell.period().firstDay(),
                        cell.period().lastDay()),
                cell.status(),
                words.word(cell.status()),
                DutyExplanation.of(cell.verdict()),
                cell.verdict().due().map(LocalDate::toString).orElse(""),
                cell.verdict().closesOn(),
                new LifeAnswer.Profile(
                        profile.title(), profile.ref().name(), profile.ref().version()),
                cell.rule().rule().map(id -> id.value()).orElse(""));
    }
}
