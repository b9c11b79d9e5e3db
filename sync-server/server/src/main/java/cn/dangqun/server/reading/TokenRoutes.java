package cn.dangqun.server.reading;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reading.TokenStore.Wish;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.vault.DataTokens;
import cn.dangqun.server.web.DataRule;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// 接口: tokens for other systems, given and withdrawn by those who keep accounts, and the document of what they may
/// read (docs/decisions/0042).
public final class TokenRoutes implements Routes {
    static final String PAGE = "/interface";
    static final int LONGEST_NOTE = 40;

    private static final String DOCUMENT = "/console/openapi.json";
    private static final Right RIGHT = Right.of(Permission.MANAGE_ACCOUNTS);

    private final Database database;
    private final TokensPage page;
    private final Texts texts;
    private final Times times;
    private final JsonNode document = document();
    private final SecureRandom random = new SecureRandom();

    public TokenRoutes(Database database, Texts texts, Times times) {
        this.database = database;
        this.page = new TokensPage(texts, times);
        this.texts = texts;
        this.times = times;
    }

    @Override
    public void mount(Entrance entrance) {
        entrance.menu(PAGE, "reading.list.title");
        entrance.page(
                PAGE,
                new Policy(RIGHT, Subtree.street(), Trace.none("which systems may read, and what; no token")),
                visit -> list(200, visit, List.of()));
        entrance.action(PAGE, new Policy(RIGHT, Subtree.street(), Trace.deed(Action.DATA_TOKEN_GIVEN)), this::give);
        entrance.action(
                PAGE + "/withdrawal",
                new Policy(RIGHT, Subtree.street(), Trace.deed(Action.DATA_TOKEN_WITHDRAWN)),
                this::withdraw);
        entrance.data(
                "/api/v1/openapi.json",
                new Policy(Right.anybody(), Subtree.none(), Trace.none("says what can be asked, and holds no data")),
                DataRule.asks(),
                visit -> new Reply.Json(document));
    }

    private static JsonNode document() {
        try (InputStream file = TokenRoutes.class.getResourceAsStream(DOCUMENT)) {
            return JsonMapper.builder().build().readTree(Objects.requireNonNull(file, DOCUMENT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply list(int status, Visit visit, List<String> problems) {
        var model = database.read(handle -> page.write(handle, visit, problems));
        return new Reply.Page(status, "reading/list", texts.get("reading.list.title"), Map.of("tokens", model));
    }

    private Reply give(Visit visit) {
        var form = new Form(visit, texts, "reading.field");
        var wish = wish(visit, form);
        if (!form.isGood()) {
            return list(422, visit, form.problems());
        }
        var token = DataTokens.draw(random);
        var actor = Actor.of(visit);
        database.write((handle, changes) -> {
            new TokenStore(handle).insert(token, wish.orElseThrow(), actor.login(), times.now());
            actor.note(handle, times.now(), Action.DATA_TOKEN_GIVEN, TokenStore.id(token));
            return token;
        });
        return Reply.page(
                "reading/token",
                texts.get("reading.token.title"),
                Map.of("token", token, "note", wish.orElseThrow().note()));
    }

    private Optional<Wish> wish(Visit visit, Form form) {
        var note = form.text("note", LONGEST_NOTE);
        var scope = scope(visit.form("scope"));
        if (scope.isEmpty()) {
            form.refuse(texts.get("reading.refused.scope"));
        }
        var data = form.ticked("data", Dataset.class);
        if (data.isEmpty()) {
            form.refuse(texts.get("reading.refused.data"));
        }
        var last = form.requiredDay("last-day");
        var today = times.today();
        if (last.filter(day -> day.isBefore(today) || day.isAfter(today.plusYears(1)))
                .isPresent()) {
            form.refuse(texts.get("reading.refused.lastDay"));
        }
        return scope.flatMap(known -> last.map(day -> new Wish(note, known, data, day)));
    }

    /// Empty for an organisation that the street does not have.
    private Optional<Scope> scope(String id) {
        if (id.isEmpty()) {
            return Optional.of(Scope.wholeStreet());
        }
        return database.read(handle -> handle.createQuery(
                                "SELECT id FROM organization WHERE street = 1 AND id = ? AND parent IS NOT NULL")
                        .bind(0, id)
                        .mapTo(String.class)
                        .findOne())
                .map(found -> new Scope(Optional.of(new OrganizationId(found))));
    }

    private Reply withdraw(Visit visit) {
        var id = visit.form("id");
        var actor = Actor.of(visit);
        boolean done = database.write((handle, changes) -> {
            boolean withdrawn = new TokenStore(handle).withdraw(id, times.now());
            if (withdrawn) {
                actor.note(handle, times.now(), Action.DATA_TOKEN_WITHDRAWN, id);
            }
            return withdrawn;
        });
        return done ? new Reply.SeeOther(PAGE) : list(422, visit, List.of(texts.get("reading.refused.gone")));
    }
}
