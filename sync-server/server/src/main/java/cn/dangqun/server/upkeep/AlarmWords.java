package cn.dangqun.server.upkeep;

import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import java.util.Optional;

/// What is wrong with the street's database, for the head of every page.
public record AlarmWords(DatabaseWatch watch, String copy, Texts texts, Times times) {
    public Optional<String> now() {
        return watch.found()
                .map(this::damaged)
                .or(() -> watch.copyFailed().map(since -> texts.get("upkeep.alarm.noCopy", times.when(since))));
    }

    private String damaged(DatabaseWatch.Found found) {
        return found.where().isEmpty()
                ? texts.get("upkeep.alarm.met", times.when(found.at()), copy)
                : texts.get("upkeep.alarm.damaged", times.when(found.at()), String.join("、", found.where()), copy);
    }
}
