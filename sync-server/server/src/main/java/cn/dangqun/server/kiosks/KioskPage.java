package cn.dangqun.server.kiosks;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.kiosks.KioskAdvice.Advice;
import cn.dangqun.server.kiosks.KioskAdvice.Level;
import cn.dangqun.server.kiosks.KioskHealth.LedgerState;
import cn.dangqun.server.kiosks.KioskHealth.Report;
import cn.dangqun.server.kiosks.KiosksModel.Filter;
import cn.dangqun.server.kiosks.KiosksModel.Row;
import cn.dangqun.server.kiosks.KiosksModel.Summary;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Puts the kiosks' health into words for the page.
final class KioskPage {
    static final Duration ONLINE = Duration.ofMinutes(3);
    static final String SEARCH = "search";
    static final String STATE = "state";
    private static final String NEEDY = "needy";
    private static final long MEBIBYTE = 1024 * 1024;
    private static final int AT_ONCE = 100;
    private static final int FEW = 8;

    private final Texts texts;
    private final Times times;
    private final KioskAdvice advice;
    private final Pinyin pinyin = new Pinyin();
    private final Orders<KioskHealth> orders = Orders.<KioskHealth>of("web.order.tree")
            .or("name", "web.order.name", Comparator.comparing(KioskHealth::name, pinyin.order()))
            .or("silent", "web.order.silent", Comparator.comparing(KioskPage::heard))
            .or(
                    "unsent",
                    "web.order.unsent",
                    Comparator.comparingLong(KioskPage::unsent).reversed());

    KioskPage(Texts texts, Times times) {
        this.texts = texts;
        this.times = times;
        this.advice = new KioskAdvice(texts, times);
    }

    private enum State {
        ONLINE,
        SILENT,
        NEVER,
        REVOKED
    }

    KiosksModel write(List<KioskHealth> kiosks, List<KioskReader.Site> sites, boolean mayEnrol, ListQuestion question) {
        var asked = kiosks.stream().filter(each -> isAsked(each, question)).toList();
        var sorted = orders.sorted(asked, question);
        var shown = question.within(asked.size(), AT_ONCE);
        return new KiosksModel(
                summary(kiosks),
                shown.cut(sorted, AT_ONCE).stream()
                        .map(kiosk -> row(kiosk, mayEnrol))
                        .toList(),
                sites.stream()
                        .map(site -> new Choice(site.id(), site.name(), false))
                        .toList(),
                mayEnrol,
                new Filter(
                        question.filter(SEARCH),
                        orders.choices(texts, question),
                        question.filter(STATE).equals(NEEDY),
                        kiosks.size() > FEW,
                        shown.address("/live/kiosks")),
                shown.pages(texts, KioskRoutes.KIOSKS, asked.size(), AT_ONCE));
    }

    /// Those that never told anything first.
    private static Instant heard(KioskHealth kiosk) {
        return kiosk.lastContact().orElse(Instant.MIN);
    }

    private static long unsent(KioskHealth kiosk) {
        return kiosk.report().map(Report::unsent).orElse(0L);
    }

    private boolean isAsked(KioskHealth kiosk, ListQuestion question) {
        var typed = Pinyin.plain(question.filter(SEARCH));
        return (typed.isEmpty()
                        || kiosk.id().value().contains(typed)
                        || isCalled(kiosk.name(), typed)
                        || isCalled(kiosk.siteName(), typed))
                && (!question.filter(STATE).equals(NEEDY) || !advice.of(kiosk).isEmpty());
    }

    private boolean isCalled(String name, String typed) {
        return pinyin.words(name).stream().anyMatch(each -> each.contains(typed));
    }

    private Summary summary(List<KioskHealth> kiosks) {
        var inUse = kiosks.stream().filter(kiosk -> !kiosk.revoked()).toList();
        return new Summary(
                inUse.size(),
                (int) inUse.stream()
                        .filter(kiosk -> state(kiosk) == State.ONLINE)
                        .count(),
                (int) kiosks.stream()
                        .filter(kiosk -> !advice.of(kiosk).isEmpty())
                        .count(),
                inUse.stream()
                                .flatMap(kiosk -> kiosk.report().stream())
                                .mapToLong(Report::unsent)
                                .sum()
                        + kiosks.stream()
                                .flatMap(kiosk -> kiosk.owed().stream())
                                .mapToLong(KioskStands.Owed::unsent)
                                .sum());
    }

    private Row row(KioskHealth kiosk, boolean mayDecide) {
        var advices = advice.of(kiosk);
        var state = state(kiosk);
        var level = advices.stream()
                .map(Advice::level)
                .max(Comparator.naturalOrder())
                .orElse(Level.CALM);
        return new Row(
                kiosk.id().value(),
                "kiosk-" + kiosk.id(),
                kiosk.name(),
                kiosk.siteName(),
                level.name(),
                state.name(),
                name(state),
                kiosk.lastContact().map(times::when).orElse(""),
                kiosk.lastContact().map(this::ago).orElse(""),
                kiosk.report().map(report -> Long.toString(report.unsent())).orElse(""),
                kiosk.report().map(Report::software).orElse(""),
                kiosk.report().map(report -> disk(report.freeDiskBytes())).orElse(""),
                advices.stream().map(Advice::text).toList(),
                mayDecide && kiosk.ledger() != LedgerState.SOUND ? ForkRoutes.address(kiosk.id()) : "",
                mayDecide && kiosk.owed().isPresent() ? LeavingRoutes.address(kiosk.id()) : "",
                mayDecide ? CareRoutes.address(kiosk.id()) : "");
    }

    /// What ends when a code for this kiosk is used.
    List<String> replacing(KioskId kiosk, KioskRegistry.LastWord word) {
        return List.of(
                texts.get("kiosks.replace.which", word.name(), kiosk.value()),
                word.contact()
                        .map(at -> texts.get("kiosks.replace.contact", times.when(at)))
                        .orElseGet(() -> texts.get("kiosks.replace.never")),
                word.unsent() > 0
                        ? texts.get("kiosks.replace.unsent", word.unsent())
                        : texts.get("kiosks.replace.nothingUnsent"),
                texts.get("kiosks.replace.what"));
    }

    private State state(KioskHealth kiosk) {
        if (kiosk.revoked()) {
            return State.REVOKED;
        }
        return kiosk.lastContact()
                .map(at -> times.age(at).compareTo(ONLINE) <= 0 ? State.ONLINE : State.SILENT)
                .orElse(State.NEVER);
    }

    private String name(State state) {
        return switch (state) {
            case ONLINE -> texts.get("kiosks.state.online");
            case SILENT -> texts.get("kiosks.state.silent");
            case NEVER -> texts.get("kiosks.state.never");
            case REVOKED -> texts.get("kiosks.state.revoked");
        };
    }

    private String ago(Instant at) {
        var age = times.age(at);
        return age.toMinutes() < 1 ? texts.get("kiosks.contact.now") : texts.get("kiosks.contact.ago", times.span(age));
    }

    private String disk(long bytes) {
        long mebibytes = bytes / MEBIBYTE;
        return mebibytes >= 10 * 1024
                ? texts.get("kiosks.disk.gib", mebibytes / 1024)
                : texts.get("kiosks.disk.mib", mebibytes);
    }
}
