package cn.dangqun.server.kiosks;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// One kiosk as whoever looks after it sees it.
record CarePage(Database database, WindowCa windows, Texts texts, Times times) {
    private static final Pattern NUMBERED = Pattern.compile("(.*)-(\\d{1,4})");
    private static final int LONGEST_ID = 32;

    Reply show(int status, Visit visit, KioskHealth kiosk, List<String> problems) {
        return show(status, visit, kiosk, sound(kiosk), problems);
    }

    /// With what was typed in the form 声音, and what is wrong with it.
    Reply showTyped(Visit visit, KioskHealth kiosk, List<String> problems) {
        return show(422, visit, kiosk, new SoundForm(texts).typed(sound(kiosk), visit), problems);
    }

    private SoundModel sound(KioskHealth kiosk) {
        var standing = database.read(handle -> KioskVolumes.of(handle, kiosk.id()));
        var form = new SoundForm(texts);
        var lines = new ArrayList<String>();
        lines.add(standing.map(form::words).orElseGet(() -> texts.get("kiosks.sound.own")));
        switch (database.read(handle -> KioskVolumes.arrival(handle, kiosk.id()))) {
            case NONE -> {}
            case WAITING -> lines.add(texts.get("kiosks.sound.waiting"));
            case CONFIRMED -> lines.add(texts.get("kiosks.sound.arrived"));
            case TOO_OLD -> lines.add(texts.get("kiosks.sound.tooOld"));
        }
        return form.of(standing, lines);
    }

    private Reply show(int status, Visit visit, KioskHealth kiosk, SoundModel sound, List<String> problems) {
        long unsent = unsent(kiosk);
        var story = new ArrayList<String>();
        story.add(kiosk.lastContact()
                .map(at -> texts.get("kiosks.replace.contact", times.when(at)))
                .orElseGet(() -> texts.get("kiosks.replace.never")));
        story.add(unsent > 0 ? texts.get("kiosks.replace.unsent", unsent) : texts.get("kiosks.replace.nothingUnsent"));
        reason(kiosk).map(why -> texts.get("kiosks.care.because", why)).ifPresent(story::add);
        if (!kiosk.revoked()) {
            holds(kiosk.id())
                    .map(at -> texts.get("kiosks.care.holds", times.when(at)))
                    .ifPresent(story::add);
            story.addAll(database.read(handle -> new KnownHere(handle, texts).lines(kiosk, times.today())));
        }
        var sites = database.read(handle -> new KioskReader()
                .sites(handle, visit.viewer().scope()).stream()
                        .map(each ->
                                new Choice(each.id(), each.name(), each.id().equals(kiosk.site())))
                        .toList());
        var model = new CareModel(
                kiosk.id().value(),
                kiosk.name(),
                kiosk.siteName(),
                kiosk.revoked(),
                unsent,
                story,
                sites,
                successor(kiosk.id()),
                database.read(handle -> WindowCertificates.address(handle, kiosk.id()))
                        .map(WindowAddress::text)
                        .orElse(""),
                windows.fingerprint(),
                database.read(handle -> new CentreQueue(handle, texts).of(kiosk)),
                sound,
                problems);
        return new Reply.Page(status, "kiosks/care", kiosk.name(), Map.of("care", model));
    }

    /// When the newest was published of what the kiosk says it holds of its centre's; empty before it said so.
    private Optional<Instant> holds(KioskId kiosk) {
        return database.read(handle -> handle.createQuery("SELECT c.at FROM kiosk k JOIN reference_change c"
                        + " ON c.street = 1 AND c.number <= k.reference_applied"
                        + " WHERE k.street = 1 AND k.id = ? AND k.reference_site = k.site"
                        + " ORDER BY c.number DESC LIMIT 1")
                .bind(0, kiosk.value())
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
    }

    /// A name that nobody has: hall-1 becomes hall-2.
    private String successor(KioskId id) {
        var numbered = NUMBERED.matcher(id.value());
        var stem = numbered.matches() ? numbered.group(1) : id.value();
        for (int number = numbered.matches() ? Integer.parseInt(numbered.group(2)) + 1 : 2; ; number++) {
            var wanted = stem + "-" + number;
            if (wanted.length() > LONGEST_ID) {
                return "";
            }
            if (database.read(handle -> KioskRegistry.lastWord(handle, new KioskId(wanted)))
                    .isEmpty()) {
                return wanted;
            }
        }
    }

    private Optional<String> reason(KioskHealth kiosk) {
        return database.read(handle -> handle.createQuery("SELECT revoked_reason FROM kiosk WHERE street = 1 AND id = ?"
                        + " AND revoked_reason IS NOT NULL AND revoked_at IS NOT NULL")
                .bind(0, kiosk.id().value())
                .mapTo(String.class)
                .findOne());
    }

    static long unsent(KioskHealth kiosk) {
        return kiosk.report().map(KioskHealth.Report::unsent).orElse(0L);
    }
}
