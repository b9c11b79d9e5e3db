package cn.dangqun.kiosk.request;

import cn.dangqun.domain.request.ReceiptNumber;
import cn.dangqun.domain.request.RequestKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What somebody takes home: nothing of who they are.
///
/// @param service empty where none was named
/// @param reachable whether they left a way to be reached
public record Receipt(
        ReceiptNumber number,
        RequestKind kind,
        String service,
        Instant filed,
        Optional<LocalDate> due,
        String answerer,
        boolean reachable) {}
