package cn.dangqun.server.books;

import cn.dangqun.server.meeting.SessionModel;
import cn.dangqun.server.meeting.SessionModel.Declared;
import cn.dangqun.server.meeting.SessionModel.Item;
import cn.dangqun.server.text.Texts;
import java.util.List;
import java.util.stream.Collectors;

/// What kiosks told of a session, line by line as a book has it.
record SessionWords(List<SessionModel.Told> told, Texts texts) {
    SessionWords {
        told = List.copyOf(told);
    }

    /// Each announcement, with whether the meeting was valid by it.
    String declared() {
        return told.stream()
                .flatMap(each -> each.declared().stream())
                .map(this::declared)
                .collect(Collectors.joining("\n"));
    }

    private String declared(Declared declared) {
        return texts.get(
                declared.valid() ? "books.word.valid" : "books.word.invalid",
                declared.time(),
                declared.due(),
                declared.present(),
                declared.absentCount(),
                declared.chair());
    }

    String steps() {
        return told.stream()
                .flatMap(each -> each.steps().stream())
                .map(each -> texts.get("books.word.step", each.name(), each.time()))
                .collect(Collectors.joining("；"));
    }

    /// Each item with what was voted on it.
    String agenda() {
        return told.stream()
                .flatMap(each -> each.agenda().stream())
                .map(this::item)
                .collect(Collectors.joining("\n"));
    }

    private String item(Item item) {
        var line = texts.get("books.word.item", item.number(), item.title(), item.kind(), item.standing());
        return item.ballots().stream()
                .filter(each -> !each.former())
                .map(each -> texts.get("books.word.ballot", each.form(), String.join("，", each.totals())))
                .reduce(line, (before, ballot) -> before + ballot);
    }
}
