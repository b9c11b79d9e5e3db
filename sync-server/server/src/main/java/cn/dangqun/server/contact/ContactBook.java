package cn.dangqun.server.contact;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.contact.ContactReader.Request;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// A register's requests and visits of a span with who answers for each, for 联系服务群众记录簿 (RULES 1.11). Names no
/// resident. Call it inside one read transaction.
public record ContactBook(Handle handle) {
    public record Line(Request request, String answers) {}

    /// In the order of time.
    public List<Line> lines(OrganizationId organization, LocalDate from, LocalDate to) {
        var names = new Answerers(handle);
        return new ContactReader(handle)
                .book(organization, from, to).stream()
                        .map(each -> new Line(each, names.name(each.state().answers())))
                        .toList();
    }
}
