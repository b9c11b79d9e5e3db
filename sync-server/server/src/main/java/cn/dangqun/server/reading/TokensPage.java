package cn.dangqun.server.reading;

import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.reading.TokenStore.Token;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.Visit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Puts tokens into words. Call it inside one read transaction.
record TokensPage(Texts texts, Times times) {
    private static final int PER_PAGE = 50;
    private static final String WHOLE_STREET = "";
    private static final Orders<Token> ORDERS = Orders.<Token>of("web.order.newest")
            .or("name", "web.order.name", Comparator.comparing(Token::note, new Pinyin().order()))
            .or("ending", "web.order.ending", Comparator.comparing(Token::lastDay));

    TokensModel write(Handle handle, Visit visit, List<String> problems) {
        var question = ListQuestion.of(visit, "search", ListQuestion.ORDER);
        var typed = question.filter("search");
        var found = new TokenStore(handle)
                .all().stream()
                        .filter(each -> (each.note() + each.id() + scope(each)).contains(typed))
                        .toList();
        var asked = question.within(found.size(), PER_PAGE);
        return new TokensModel(
                problems,
                typed,
                ORDERS.choices(texts, question),
                question.isFiltered(),
                asked.cut(ORDERS.sorted(found, question), PER_PAGE).stream()
                        .map(this::row)
                        .toList(),
                asked.pages(texts, TokenRoutes.PAGE, found.size(), PER_PAGE),
                form(handle, visit));
    }

    private TokensModel.Row row(Token token) {
        boolean good = token.isGoodOn(times.today());
        return new TokensModel.Row(
                token.id(),
                token.note(),
                scope(token),
                token.data().stream().sorted().map(each -> each.name(texts)).collect(Collectors.joining("、")),
                token.lastDay().toString(),
                token.used().map(Object::toString).orElseGet(() -> texts.get("reading.row.never")),
                texts.get("reading.row.given", token.givenBy(), times.date(token.givenAt())),
                good ? "ACTIVE" : "DISABLED",
                state(token, good),
                good,
                "/trail?person=" + TokenReaders.LOGIN + token.id());
    }

    private String state(Token token, boolean good) {
        if (good) {
            return texts.get("reading.state.good");
        }
        return token.withdrawn()
                .map(at -> texts.get("reading.state.withdrawn", times.date(at)))
                .orElseGet(() -> texts.get("reading.state.over"));
    }

    private String scope(Token token) {
        return token.scopeName().isEmpty() ? texts.get("accounts.scope.street") : token.scopeName();
    }

    /// As it was typed; at first a whole year and nothing chosen.
    private TokensModel.Form form(Handle handle, Visit visit) {
        var last = times.today().plusYears(1);
        return new TokensModel.Form(
                visit.form("note"),
                scopes(handle, visit.form("scope")),
                Arrays.stream(Dataset.values())
                        .map(each -> new Choice(
                                each.name(),
                                each.name(texts),
                                visit.form("data." + each.name()).equals("yes")))
                        .toList(),
                visit.form("last-day").isEmpty() ? last.toString() : visit.form("last-day"),
                times.today().toString(),
                last.toString());
    }

    /// The whole street, then every organisation but groups, in the order of the tree.
    private List<Choice> scopes(Handle handle, String chosen) {
        var street = new Choice(WHOLE_STREET, texts.get("accounts.scope.street"), chosen.isEmpty());
        return Stream.concat(
                        Stream.of(street),
                        new OrganizationReader(handle, Scope.wholeStreet())
                                .all().stream()
                                        .filter(each -> each.parent().isPresent())
                                        .filter(each -> each.level() != OrganizationLevel.GROUP)
                                        .map(each -> new Choice(
                                                each.id().value(),
                                                "　".repeat(Math.max(0, each.depth() - 1)) + each.name(),
                                                each.id().value().equals(chosen))))
                .toList();
    }
}
