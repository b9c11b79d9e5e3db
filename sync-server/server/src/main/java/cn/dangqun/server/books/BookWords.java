package cn.dangqun.server.books;

import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;

/// The Chinese of books: their titles stand in one place, since sources differ in how they are written.
record BookWords(Texts texts, Times times) {
    String title(Book book) {
        return switch (book) {
            case MEMBERS -> texts.get("books.title.members");
            case ACTIVISTS -> texts.get("books.title.activists");
            case SPECIAL -> texts.get("books.title.special");
            case STUDY -> texts.get("books.title.study");
            case LIFE -> texts.get("books.title.life");
            case CONTACT -> texts.get("books.title.contact");
            case FEES -> texts.get("books.title.fees");
        };
    }

    /// Empty where the viewer sees `fees` too.
    String hidden(boolean fees) {
        return fees ? "" : texts.get("books.lacking.hidden");
    }

    /// As narrow as a column.
    String brief(Book book) {
        return switch (book) {
            case MEMBERS -> texts.get("books.brief.members");
            case ACTIVISTS -> texts.get("books.brief.activists");
            case SPECIAL -> texts.get("books.brief.special");
            case STUDY -> texts.get("books.brief.study");
            case LIFE -> texts.get("books.brief.life");
            case CONTACT -> texts.get("books.brief.contact");
            case FEES -> texts.get("books.brief.fees");
        };
    }

    String brief(Filed filed) {
        return switch (filed.filing()) {
            case CLOSED -> texts.get("books.state.closed");
            case PRINTED -> texts.get("books.state.printed");
            case REOPENED -> texts.get("books.state.reopened");
        };
    }

    String state(Filed filed) {
        return switch (filed.filing()) {
            case CLOSED -> texts.get("books.state.closedBy", times.when(filed.at()), filed.who(), filed.reason());
            case PRINTED -> texts.get("books.state.printedBy", times.when(filed.at()), filed.who(), filed.reason());
            case REOPENED -> texts.get("books.state.reopenedBy", times.when(filed.at()), filed.who(), filed.reason());
        };
    }

    /// Empty where nothing came after the closing.
    String corrections(Corrections corrections) {
        return corrections.count() == 0
                ? ""
                : texts.get(
                        "books.word.corrections",
                        corrections.added().size(),
                        corrections.changed().size(),
                        corrections.gone());
    }

    String mark(Corrections corrections, String key) {
        if (corrections.added().contains(key)) {
            return texts.get("books.word.added");
        }
        return corrections.changed().contains(key) ? texts.get("books.word.changed") : "";
    }
}
