package cn.dangqun.server.accounts;

import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.web.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What the address asks of the list of accounts. `text` is part of a login, a name, a role or a place; `page`
/// counts from 1.
record AccountQuestion(String text, Order order, int page) {
    private static final int LONGEST_TEXT = 40;
    private static final Pinyin PINYIN = new Pinyin();

    /// Disabled ones come last in every order.
    enum Order {
        LOGIN,
        NAME,
        ROLE;

        private Comparator<AccountRow> comparator() {
            return switch (this) {
                case LOGIN -> Comparator.comparing(AccountRow::login);
                case NAME ->
                    Comparator.comparing((AccountRow each) -> PINYIN.syllables(each.displayName()))
                            .thenComparing(AccountRow::login);
                case ROLE -> Comparator.comparing(AccountRow::role).thenComparing(AccountRow::login);
            };
        }

        Comparator<AccountRow> rows() {
            return Comparator.comparing(AccountRow::disabled).thenComparing(comparator());
        }
    }

    static AccountQuestion of(Visit visit) {
        return new AccountQuestion(
                visit.query("q")
                        .map(String::strip)
                        .filter(text -> text.length() <= LONGEST_TEXT)
                        .orElse(""),
                List.of(Order.values()).stream()
                        .filter(each ->
                                visit.query("order").filter(each.name()::equals).isPresent())
                        .findFirst()
                        .orElse(Order.LOGIN),
                visit.query("page")
                        .filter(text -> text.matches("[1-9]\\d{0,3}"))
                        .map(Integer::valueOf)
                        .orElse(1));
    }

    AccountQuestion at(int otherPage) {
        return new AccountQuestion(text, order, otherPage);
    }

    boolean finds(String words) {
        return words.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    String address() {
        var query = new ArrayList<String>();
        if (!text.isEmpty()) {
            query.add("q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
        if (order != Order.LOGIN) {
            query.add("order=" + order.name());
        }
        if (page > 1) {
            query.add("page=" + page);
        }
        return query.isEmpty() ? AccountsRoutes.PAGE : AccountsRoutes.PAGE + "?" + String.join("&", query);
    }
}
