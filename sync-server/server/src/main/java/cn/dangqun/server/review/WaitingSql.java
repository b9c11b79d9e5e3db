package cn.dangqun.server.review;

/// SQL of everything that waits, each kind as `kind, item, activity, member, kiosk, since_at`. Each reads an index of
/// what waits alone, however many check-ins there are; it names a range of that index, so that SQLite takes it before
/// it has counted anything. Joins are crossed where SQLite would otherwise begin with the few chains and read every
/// check-in of each; this runs under every page, for the menu's number.
final class WaitingSql {
    /// Of a row of `t`.
    private static final String RECORD =
            "t.activity || '/' || t.member || '/' || c.kiosk || '/' || c.epoch || '/' || CAST(t.seq AS TEXT)";

    /// Of two kiosks: who tapped twice at one is counted once without anybody.
    private static final String DUPLICATE = """
            SELECT 'DUPLICATE' AS kind, t.activity || '/' || t.member AS item, t.activity, t.member, max(c.kiosk) AS kiosk,
              min(t.at) AS since_at
            FROM attendance t
            CROSS JOIN attendance n ON n.street = 1 AND n.activity = t.activity AND n.member = t.member AND n.counted = 1
              AND n.chain <> t.chain
            CROSS JOIN chain c ON c.street = 1 AND c.number = t.chain
            WHERE t.street = 1 AND t.activity > '' AND t.counted IS NULL AND t.voided = 0 AND t.awaiting = 0
            GROUP BY t.activity, t.member
            """;

    private static final String OVERLAP = """
            SELECT 'OVERLAP', v.activity || '/' || v.member || '/' || v.other, v.activity, v.member, dk.id, d.at
            FROM attendance_overlap v
            JOIN activity a ON a.street = 1 AND a.id = v.activity
            JOIN activity b ON b.street = 1 AND b.id = v.other AND b.starts_at < a.ends_at AND a.starts_at < b.ends_at
            JOIN attendance d ON d.street = 1 AND d.activity = v.activity AND d.member = v.member AND d.counted = 1
            JOIN attendance e ON e.street = 1 AND e.activity = v.other AND e.member = v.member AND e.counted = 1
            JOIN chain dc ON dc.street = 1 AND dc.number = d.chain
            JOIN chain ec ON ec.street = 1 AND ec.number = e.chain
            JOIN kiosk dk ON dk.street = 1 AND dk.id = dc.kiosk
            JOIN kiosk ek ON ek.street = 1 AND ek.id = ec.kiosk AND ek.site <> dk.site
            WHERE v.street = 1
            """;

    private static final String GUEST = """
            SELECT 'GUEST', g.activity || '/' || c.kiosk || '/' || c.epoch || '/' || CAST(g.seq AS TEXT), g.activity, '',
              c.kiosk, g.at
            FROM guest g CROSS JOIN chain c ON c.street = 1 AND c.number = g.chain
            WHERE g.street = 1 AND g.at > 0 AND g.counted = 1 AND g.card IS NOT NULL AND g.forgotten = 0 AND g.kind <> 'RESIDENT'
            """;

    /// Whom staff registered by name, as long as what they wrote can be read.
    private static final String NAMED = """
            SELECT 'GUEST', g.activity || '/' || c.kiosk || '/' || c.epoch || '/' || CAST(g.seq AS TEXT), g.activity, '',
              c.kiosk, g.at
            FROM guest g CROSS JOIN chain c ON c.street = 1 AND c.number = g.chain
            WHERE g.street = 1 AND g.at > 0 AND g.counted = 1 AND g.name IS NOT NULL AND g.forgotten = 0
            """;

    private static final String CLOCK = """
            SELECT 'CLOCK', %s, t.activity, t.member, c.kiosk, t.at
            FROM attendance t CROSS JOIN chain c ON c.street = 1 AND c.number = t.chain
            WHERE t.street = 1 AND t.at > 0 AND t.clock = 2 AND t.voided = 0 AND t.awaiting = 0 AND c.kiosk <> 'street'
            """.formatted(RECORD);

    private static final String MAKEUP = """
            SELECT 'MAKEUP', %s, t.activity, t.member, c.kiosk, coalesce(t.noted_at, t.at)
            FROM attendance t CROSS JOIN chain c ON c.street = 1 AND c.number = t.chain
            WHERE t.street = 1 AND t.at > 0 AND t.awaiting = 1 AND t.voided = 0 AND NOT EXISTS (
              SELECT 1 FROM attendance n WHERE n.street = 1 AND n.activity = t.activity AND n.member = t.member
                AND n.counted = 1)
            """.formatted(RECORD);

    private static final String LATE = """
            SELECT 'LATE', %s, u.activity, u.member, c.kiosk, u.received_at
            FROM late_upload u CROSS JOIN chain c ON c.street = 1 AND c.number = u.chain WHERE u.street = 1
            """.formatted(RECORD.replace("t.", "u."));

    /// When the activity is over: before that people still sign.
    private static final String UNSIGNED = """
            SELECT 'UNSIGNED', l.activity || '/' || l.member, l.activity, l.member, '', a.ends_at
            FROM attendance_line l JOIN activity a ON a.street = 1 AND a.id = l.activity AND a.ends_at < :now
            WHERE l.street = 1 AND l.activity > '' AND l.state = 'CHECKED_IN_UNSIGNED'
            """;

    /// The system closes two hours after the planned end (OQ-36); what is open then, no kiosk has closed. A machine
    /// ends what the one before it began: it came later by the street's clock, or ended later by its own, whatever
    /// the street's backups have forgotten of the order.
    private static final String UNCLOSED = """
            SELECT 'UNCLOSED', z.activity, z.activity, '', max(c.kiosk), a.ends_at
            FROM session_standing z JOIN activity a ON a.street = 1 AND a.id = z.activity AND a.ends_at < :now - 7200000
            JOIN chain c ON c.street = 1 AND c.number = z.chain
            WHERE z.street = 1 AND z.activity > '' AND z.closed = 0 AND NOT EXISTS (
              SELECT 1 FROM session_standing n CROSS JOIN chain d ON d.street = 1 AND d.number = n.chain
              WHERE n.street = 1 AND n.activity = z.activity AND n.closed = 1 AND d.kiosk = c.kiosk
                AND (d.started_at > c.started_at OR n.at >= z.at))
            GROUP BY z.activity, a.ends_at
            """;

    private static final String PARKED = """
            SELECT 'PARKED', c.kiosk || '/' || c.epoch || '/' || CAST(q.seq AS TEXT), '', '', c.kiosk, f.received_at
            FROM fact_quarantine q JOIN chain c ON c.street = 1 AND c.number = q.chain
            JOIN fact f ON f.street = 1 AND f.chain = q.chain AND f.seq = q.seq
            WHERE q.street = 1 AND NOT EXISTS (SELECT 1 FROM parked_settled p WHERE p.street = 1 AND p.kiosk = c.kiosk
              AND p.epoch = c.epoch AND p.seq = q.seq)
            """;

    static final String EVERYTHING = String.join(
            " UNION ALL ", DUPLICATE, OVERLAP, GUEST, NAMED, CLOCK, MAKEUP, LATE, UNSIGNED, UNCLOSED, PARKED);

    private WaitingSql() {}
}
