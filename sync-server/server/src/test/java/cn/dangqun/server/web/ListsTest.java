package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every page that shows a list has pages, a search box and an order to choose, or says here why it needs none: what
/// is short by a rule stays short, what people bring in grows.
class ListsTest {
    private static final Path PAGES = Path.of("src/main/jte");
    private static final Pattern INCLUDED = Pattern.compile("@template\\.(\\w+)\\.(\\w+)\\(");
    private static final Pattern SEARCH = Pattern.compile("<input[^>]*type=\"search\"");

    /// Not one list that grows stands on these.
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("accounts/account", "sessions of one person, of whom nobody signs in at thirty places"),
            Map.entry("accounts/own", "one's own sessions"),
            Map.entry(
                    "codes/card",
                    "the former cards of one person, and a line for each kiosk that has to hear of a loss"),
            Map.entry("books/branch", "the seven books of one branch and year"),
            Map.entry("contact/household", "one household, and the visits to it"),
            Map.entry("contact/one", "one request, and what was done about it"),
            Map.entry("fees/one", "one person's year: twelve months, what was fixed for them, and what was paid"),
            Map.entry("kiosks/fork", "decisions about one ledger, each of which somebody came for"),
            Map.entry("life/cell", "why one duty of one period stands so"),
            Map.entry("life/one", "the duties of one organisation, as its rules have them"),
            Map.entry("meeting/session", "one session, told as its kiosks told it"),
            Map.entry("minutes/one", "one session's minutes: their versions, pages and tasks"),
            Map.entry(
                    "organizations/one",
                    "what hangs right below one organisation, and its seats; the list of all has search and pages"),
            Map.entry("plan/year", "one organisation's year, as its rules propose it"),
            Map.entry("reports/list", "the twelve months of one organisation's year"),
            Map.entry("roster/member", "one person's own story"),
            Map.entry("rota/one", "one centre's two weeks and the turns that make them"),
            Map.entry("sites/one", "the twelve communities at most that one centre serves beside its own"),
            Map.entry("study/one", "one person's year of study"),
            Map.entry("wall/version", "the steps of one version, and a line for each kiosk that has to hear of it"));

    /// Has pages, but no search box or order.
    private static final Map<String, String> WITHOUT_SEARCH = Map.ofEntries(
            Map.entry("contact/forgotten", "a line for each month"),
            Map.entry("contact/satisfaction", "a line for each centre and month of a year"),
            Map.entry("fees/amounts", "a form over a branch's people: a search would lose what was typed"),
            Map.entry(
                    "intake/one",
                    "rows of a file by what becomes of them; what is wrong with them leaves as a file of its own"),
            Map.entry("plan/one", "whom one training asks, in the order in which they were asked"),
            Map.entry("review/inbox", "narrowed by kind, organisation, kiosk and month, of which each has its tally"),
            Map.entry("rules/one", "the changes of one organisation's rules"),
            Map.entry("wall/frame", "the versions of one frame at one place"));

    private static final Map<String, String> WITHOUT_ORDER = Map.ofEntries(
            Map.entry("contact/forgotten", "the last month first"),
            Map.entry("contact/satisfaction", "the last month first"),
            Map.entry("fees/amounts", "as names are read, like the sheet it is typed from"),
            Map.entry("intake/one", "as the rows stand in the file"),
            Map.entry("life/calendar", "a calendar goes by days"),
            Map.entry("plan/one", "in the order in which they were asked"),
            Map.entry("review/inbox", "who waits longest comes first, always; what was decided comes newest first"),
            Map.entry("rules/one", "the newest first"),
            Map.entry("wall/frame", "by number, the newest first"));

    @Test
    void everyListHasPagesSearchAndOrderOrAReason() throws IOException {
        var lacking = new ArrayList<String>();
        var idle = new TreeSet<String>();
        idle.addAll(SHORT.keySet());
        idle.addAll(WITHOUT_SEARCH.keySet());
        idle.addAll(WITHOUT_ORDER.keySet());
        var lists = 0;
        for (var page : pages().entrySet()) {
            var name = page.getKey();
            var all = page.getValue();
            if (!all.contains("<table") && !all.contains("class=\"pages\"")) {
                continue;
            }
            lists++;
            idle.remove(name);
            if (SHORT.containsKey(name)) {
                continue;
            }
            lack(lacking, name, "pages", all.contains("class=\"pages\""));
            lack(lacking, name, "search", SEARCH.matcher(all).find() || WITHOUT_SEARCH.containsKey(name));
            lack(lacking, name, "order", all.contains("name=\"order\"") || WITHOUT_ORDER.containsKey(name));
        }
        assertEquals(List.of(), lacking);
        assertEquals(Set.of(), idle, "reasons for pages that are gone, or show no list");
        assertTrue(lists > 50, "only " + lists + " pages with lists were seen");
    }

    private static void lack(List<String> lacking, String name, String what, boolean has) {
        if (!has) {
            lacking.add(name + " " + what);
        }
    }

    /// Each with all that it includes.
    private static Map<String, String> pages() throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.walk(PAGES)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".jte")).toList()) {
                var name = PAGES.relativize(file).toString().replace(".jte", "");
                texts.put(name, Files.readString(file));
            }
        }
        var pages = new TreeMap<String, String>();
        texts.forEach((name, text) -> {
            if (text.contains("@template.web.layout(")) {
                var all = new StringBuilder();
                gather(texts, name, new HashSet<>(Set.of("web/layout")), all);
                pages.put(name, all.toString());
            }
        });
        return pages;
    }

    private static void gather(Map<String, String> texts, String name, Set<String> seen, StringBuilder all) {
        if (seen.add(name)) {
            var text = texts.get(name);
            all.append(text);
            var included = INCLUDED.matcher(text);
            while (included.find()) {
                gather(texts, included.group(1) + "/" + included.group(2), seen, all);
            }
        }
    }
}
