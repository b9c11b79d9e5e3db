package cn.dangqun.server.books;

import cn.dangqun.server.books.BookContent.Lack;
import cn.dangqun.server.books.BookTable.Column;
import cn.dangqun.server.books.BookTable.Entry;
import cn.dangqun.server.fees.FeeBook;
import cn.dangqun.server.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// 党费收缴使用账簿: members by months, then what came in month by month; what was passed upward or spent is recorded
/// nowhere, so its columns are for the pen (RULES 1.11). Names are in full: whoever collects has to know them (OQ-33).
record FeesBook(Texts texts) {
    private static final int MONTHS = 12;

    BookContent read(FeeBook.Year fees, BookYear year) {
        var entries = new ArrayList<Entry>();
        var lacks = new ArrayList<Lack>();
        var amounts = "/fees/branches/" + year.branch().id() + "/amounts?year=" + year.year();
        for (var line : fees.lines()) {
            var address = "/fees/members/" + line.member() + "?year=" + year.year();
            var cells = new ArrayList<String>();
            cells.add(String.valueOf(entries.size() + 1));
            cells.add(line.name().full());
            cells.add(line.monthly());
            cells.addAll(line.months());
            cells.addAll(List.of(line.due(), line.paid(), line.arrears(), line.collectors(), line.remark()));
            entries.add(new Entry(line.member().value(), cells, address));
            if (!line.unfixed().isEmpty()) {
                lacks.add(new Lack(
                        Book.FEES, year.names().of(line.name()), texts.get("books.lack.fee", line.unfixed()), amounts));
            }
        }
        return new BookContent(
                Book.FEES,
                List.of(
                        new BookTable(texts.get("books.title.fees"), columns(), entries),
                        new BookTable(texts.get("books.fees.use"), useColumns(), use(fees))),
                lacks,
                List.of(texts.get("books.note.fees"), texts.get("books.note.feesUse")),
                false);
    }

    private List<Column> columns() {
        var columns = new ArrayList<Column>();
        columns.add(Column.figure(texts.get("books.column.number"), 8));
        columns.add(Column.of(texts.get("books.column.name"), 16));
        columns.add(Column.figure(texts.get("books.column.monthly"), 15));
        IntStream.rangeClosed(1, MONTHS)
                .forEach(month -> columns.add(Column.of(texts.get("books.column.month", month), 12)));
        columns.add(Column.figure(texts.get("books.column.feeDue"), 17));
        columns.add(Column.figure(texts.get("books.column.feePaid"), 17));
        columns.add(Column.figure(texts.get("books.column.arrears"), 15));
        columns.add(Column.of(texts.get("books.column.collector"), 18));
        columns.add(Column.of(texts.get("books.column.remark"), 25));
        return columns;
    }

    private List<Column> useColumns() {
        return List.of(
                Column.of(texts.get("books.column.period"), 16),
                Column.figure(texts.get("books.column.feeDue"), 26),
                Column.figure(texts.get("books.column.feePaid"), 26),
                Column.of(texts.get("books.column.upward"), 30),
                Column.of(texts.get("books.column.back"), 30),
                Column.of(texts.get("books.column.spent"), 30),
                Column.of(texts.get("books.column.purpose"), 60),
                Column.of(texts.get("books.column.voucher"), 40));
    }

    private List<Entry> use(FeeBook.Year fees) {
        var entries = new ArrayList<Entry>();
        for (var sum : fees.sums()) {
            entries.add(use(texts.get("books.column.month", sum.month()), sum));
        }
        entries.add(use(texts.get("books.word.total"), fees.total()));
        return entries;
    }

    private static Entry use(String name, FeeBook.Sum sum) {
        return new Entry(name, List.of(name, sum.due(), sum.paid(), "", "", "", "", ""), "");
    }
}
