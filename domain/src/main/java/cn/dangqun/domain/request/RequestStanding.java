package cn.dangqun.domain.request;

import cn.dangqun.domain.organization.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;

/// How a request stands, as the street tells every kiosk: nothing of who asked or what was said (R-140, OQ-39).
///
/// @param request 16 hex digits
/// @param organization whose register it stands in
/// @param service the name of the service; empty where none was named
/// @param state whom an account of the console stands for is said by its display name, never by its login
/// @param answerer the name of whoever answers, as it is shown in public
/// @param through the moment of the last step that is in it
public record RequestStanding(
        String request,
        RequestKind kind,
        OrganizationId organization,
        String service,
        LocalDate day,
        RequestState state,
        String answerer,
        boolean rated,
        Instant through) {
    public ReceiptNumber number() {
        return ReceiptNumber.of(request);
    }
}
