package cn.dangqun.server.books;

import cn.dangqun.domain.organization.OrganizationId;

/// Where one book is looked at and taken away. Whoever may see names in full takes it with them, by an address of its
/// own that is recorded so; fees stand at addresses of their own.
record BookAddresses(OrganizationId branch, int year, Book book, boolean mayFull) {
    private String path() {
        var path = BooksRoutes.branch(branch);
        return book.isOfFees() ? path + "/fees" : path + "/volumes/" + book.key();
    }

    String page() {
        return path() + "?year=" + year;
    }

    private String taken(String how) {
        return path() + how + (mayFull && !book.isOfFees() ? "/full" : "") + "?year=" + year;
    }

    String workbook() {
        return taken("/workbook");
    }

    String print() {
        return taken("/print");
    }

    String bare() {
        return path();
    }
}
