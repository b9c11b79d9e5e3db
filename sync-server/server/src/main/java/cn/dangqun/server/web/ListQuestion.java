package cn.dangqun.server.web;

import cn.dangqun.server.text.Texts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the address of a list asks for: filters by name, in the order the page declares them, and the page, counted
/// from 1. What a filter says is not checked here; one that is blank or longer than 40 characters is left out.
public record ListQuestion(Map<String, String> filters, int page) {
    private static final int LONGEST = 40;
    private static final String PAGE = "page";

    /// The filter that says in which of its [Orders] a list is read.
    public static final String ORDER = "order";

    public static ListQuestion of(Visit visit, String... names) {
        var filters = new LinkedHashMap<String, String>();
        for (var name : names) {
            visit.query(name)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
                    .ifPresent(value -> filters.put(name, value));
        }
        return new ListQuestion(
                filters,
                visit.query(PAGE)
                        .filter(text -> text.matches("[1-9]\\d{0,4}"))
                        .map(Integer::valueOf)
                        .orElse(1));
    }

    /// Blank when it is not asked.
    public String filter(String name) {
        return filters.getOrDefault(name, "");
    }

    /// Whether rows may be left out; an order leaves none out.
    public boolean isFiltered() {
        return filters.keySet().stream().anyMatch(name -> !name.equals(ORDER));
    }

    public ListQuestion at(int otherPage) {
        return new ListQuestion(filters, otherPage);
    }

    public ListQuestion with(String name, String value) {
        var changed = new LinkedHashMap<>(filters);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new ListQuestion(changed, page);
    }

    public String address(String path) {
        var query = new ArrayList<String>();
        filters.forEach((name, value) -> query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        if (page > 1) {
            query.add(PAGE + "=" + page);
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    /// The same question at a page that there is.
    public ListQuestion within(int found, int perPage) {
        return at(Math.min(page, last(found, perPage)));
    }

    /// The rows of this page.
    public <T> List<T> cut(List<T> found, int perPage) {
        return found.stream().skip((page - 1L) * perPage).limit(perPage).toList();
    }

    private static int last(int found, int perPage) {
        return Math.max(1, (found + perPage - 1) / perPage);
    }

    /// What stands under the list.
    public Pages pages(Texts texts, String path, int found, int perPage) {
        int last = last(found, perPage);
        return new Pages(
                last == 1 ? "" : texts.get("web.pages.at", page, last, found),
                page > 1 ? at(page - 1).address(path) : "",
                page < last ? at(page + 1).address(path) : "");
    }

    /// Addresses are empty where there is no such page, the words when there is one page only.
    public record Pages(String words, String previous, String next) {}
}
