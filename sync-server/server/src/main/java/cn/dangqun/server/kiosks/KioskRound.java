package cn.dangqun.server.kiosks;

import cn.dangqun.server.kiosks.KioskAdvice.Level;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Every kiosk of the street, for whoever looks from outside the console.
public record KioskRound(Handle handle) {
    /// A kiosk that needs a person, and why.
    public record Needing(String name, List<String> why) {
        public Needing {
            why = List.copyOf(why);
        }
    }

    public List<Needing> needing(Texts texts, Times times) {
        var advice = new KioskAdvice(texts, times);
        return new KioskReader()
                .all(handle, Scope.wholeStreet()).stream()
                        .map(each -> new Needing(
                                each.name(),
                                advice.of(each).stream()
                                        .filter(said -> said.level() != Level.CALM)
                                        .map(KioskAdvice.Advice::text)
                                        .toList()))
                        .filter(each -> !each.why().isEmpty())
                        .toList();
    }

    /// How far the clocks of kiosks in use are ahead of this machine's, as they last said.
    public List<Duration> clocksAhead() {
        return new KioskReader()
                .all(handle, Scope.wholeStreet()).stream()
                        .filter(each -> !each.revoked())
                        .map(KioskHealth::report)
                        .flatMap(Optional::stream)
                        .map(KioskHealth.Report::clockAhead)
                        .toList();
    }
}
