package cn.dangqun.server.organizations;

import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.DataQuestion;
import cn.dangqun.server.web.DataRule;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.IntStream;

/// The organisations of a token's subtree for other systems, in the order of the tree (docs/decisions/0042). A district
/// has a few thousand: read whole, answered in pages.
public final class OrganizationReadRoutes implements Routes {
    private static final int USUAL = 200;
    private static final int MOST = 500;

    private final Database database;
    private final OrganizationWords words;
    private final Texts texts;

    public OrganizationReadRoutes(Database database, Texts texts) {
        this.database = database;
        this.words = new OrganizationWords(texts);
        this.texts = texts;
    }

    /// `next` is empty on the last page.
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Page(@JsonInclude List<Item> organizations, String next) {
        Page {
            organizations = List.copyOf(organizations);
        }
    }

    /// `parent` may lie outside the token's subtree; the street itself has none.
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Item(
            String id,
            String parent,
            String name,
            OrganizationLevel level,
            String levelName,
            OrganizationClass orgClass) {}

    @Override
    public void mount(Entrance entrance) {
        entrance.data(
                "/api/v1/organizations",
                new Policy(Right.of(Permission.DATA_ORGANIZATIONS), Subtree.filtered(), Trace.daily(Action.DATA_READ)),
                DataRule.asks(DataQuestion.AFTER, DataQuestion.LIMIT),
                this::read);
    }

    private Reply read(Visit visit) {
        var question = new DataQuestion(visit, texts);
        int limit = question.limit(USUAL, MOST);
        var after = question.after(1).map(List::getFirst);
        Scope scope = visit.viewer().scope();
        var all = database.read(handle -> new OrganizationReader(handle, scope).all());
        int first = after.map(id -> behind(all, id)).orElse(0);
        if (first < 0) {
            question.unknownCursor();
        }
        return question.refusal().orElseGet(() -> page(all, first, limit));
    }

    /// -1 when it is not there any more.
    private static int behind(List<OrganizationReader.Row> all, String id) {
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).id().value().equals(id))
                .map(i -> i + 1)
                .findFirst()
                .orElse(-1);
    }

    private Reply page(List<OrganizationReader.Row> all, int first, int limit) {
        var shown = all.stream().skip(first).limit(limit).toList();
        return new Reply.Json(new Page(
                shown.stream().map(this::item).toList(),
                first + limit < all.size()
                        ? DataQuestion.cursor(shown.getLast().id().value())
                        : ""));
    }

    private Item item(OrganizationReader.Row row) {
        return new Item(
                row.id().value(),
                row.parent().map(OrganizationId::value).orElse(""),
                row.name(),
                row.level(),
                words.level(row.level()),
                row.orgClass());
    }
}
